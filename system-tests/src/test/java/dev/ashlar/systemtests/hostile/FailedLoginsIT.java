package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Response;
import dev.ashlar.systemtests.Shopper;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** After ten wrong passwords from an address, even the right one is refused for a while (NIST SP 800-63B, 3.2.2). */
@Order(Integer.MAX_VALUE - 1)
@Hostile
class FailedLoginsIT {

    private static final int ALLOWED = 10;

    @Test
    void throttlesAnAccountAfterTenFailuresFromAnAddress() {
        var client = "127.0.0.31";
        var victim = Shopper.registered();
        guessTenTimes(victim.email(), client);

        throttled(logIn(victim.email(), "guess 11").from(client).expectRefusal(429));
        throttled(logIn(victim.email(), victim.password()).named("the right password").from(client).expectRefusal(429));
    }

    @Test
    void throttlesAnUnknownAccountInTheSameWay() {
        var client = "127.0.0.32";
        var nobody = "nobody-" + UUID.randomUUID() + "@example.org";
        guessTenTimes(nobody, client);

        throttled(logIn(nobody, "guess 11").from(client).expectRefusal(429));
    }

    /** On the service's own port: through the gateway of this stack, all clients have the same address. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have one loopback address")
    void doesNotThrottleOtherAddresses() {
        var victim = Shopper.registered();
        var guesser = "127.0.0.33";
        for (var i = 1; i <= ALLOWED; i++) {
            logIn(victim.email(), "guess " + i).at(EntryPoint.USERS).named("guess " + i).from(guesser)
                    .expectRefusal(401);
        }
        var login = logIn(victim.email(), victim.password()).at(EntryPoint.USERS);
        login.named("where ten guesses came from").from(guesser).expectRefusal(429);

        assertThat(login.from("127.0.0.34").send().status()).isEqualTo(201);
    }

    @Test
    void doesNotThrottleSuccessfulLogins() {
        var client = "127.0.0.35";
        var shopper = Shopper.registered();
        for (var i = 0; i < ALLOWED + 2; i++) {
            assertThat(logIn(shopper.email(), shopper.password()).from(client).send().status()).isEqualTo(201);
        }
    }

    /** With different spellings of the mail address, and different addresses in {@code X-Forwarded-For}. */
    private static void guessTenTimes(String email, String client) {
        IntStream.rangeClosed(1, ALLOWED).forEach(
                i -> logIn(i % 2 == 0 ? email.toUpperCase() : email, "guess " + i)
                        .with("X-Forwarded-For", "203.0.113." + i).named("guess " + i).from(client).expectRefusal(401));
    }

    private static void throttled(Response response) {
        assertThat(response.raw().headers().firstValue("Retry-After")).hasValueSatisfying(
                seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 60));
    }

    private static Attack logIn(String email, String password) {
        return Attack.post("/api/v1/sessions", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }
}
