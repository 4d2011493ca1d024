package dev.ashlar.user.attempt;

import dev.ashlar.user.Answer;
import dev.ashlar.user.Api;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody who logs in through a proxy, from an address of their own. */
record Guesser(Api api, String address) {

    static Guesser somewhere(Api api) {
        var random = ThreadLocalRandom.current();
        return new Guesser(api, "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
    }

    Answer tries(String email, String password) {
        return api.post("/api/v1/sessions", null, Map.of("email", email, "password", password), "X-Forwarded-For",
                address);
    }

    Answer guesses(String email) {
        return tries(email, "a wrong guess of it");
    }

    void failsAt(String email, int times) {
        for (var i = 0; i < times; i++) {
            guesses(email).is(401);
        }
    }
}
