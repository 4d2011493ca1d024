package dev.ashlar.user.attempt;

import dev.ashlar.testing.ServiceResponse;
import dev.ashlar.user.Api;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A client that logs in through a proxy from its own network address. */
record LogInClient(Api api, String address) {

    static LogInClient atRandomAddress(Api api) {
        var random = ThreadLocalRandom.current();
        return new LogInClient(api,
                "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
    }

    ServiceResponse logIn(String email, String password) {
        return api.post("/api/v1/sessions", null, Map.of("email", email, "password", password), "X-Forwarded-For",
                address);
    }

    ServiceResponse guess(String email) {
        return logIn(email, "a wrong guess of it");
    }

    void guess(String email, int times) {
        for (var i = 0; i < times; i++) {
            guess(email).is(401);
        }
    }
}
