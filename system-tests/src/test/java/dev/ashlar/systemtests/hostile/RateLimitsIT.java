package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.systemtests.Shopper;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Each rate limit says when to try again, and slows down no other client (OWASP API4). */
@Order(Integer.MAX_VALUE - 2)
@Hostile
class RateLimitsIT {

    @Test
    void limitsTheReadsOfAUserAndSlowsNobodyElse(Fixture fixture) {
        var reader = Shopper.registered();
        var read = Attack.get("/api/v1/users/me").as(reader);

        Flood.untilRefused(2_000, 200, _ -> read);

        Attack.get("/api/v1/users/me").as(fixture.attacker()).expectStatus(200);
        Attack.of("PATCH", "/api/v1/users/me").json("{}").as(reader).named("a write").expectStatus(200);
        await().atMost(Duration.ofSeconds(5)).until(() -> read.send().status() == 200);
    }

    @Test
    void allSessionsOfAUserShareALimit() {
        var reader = Shopper.registered();
        var devices = new Shopper[]{reader, reader.inAnotherSession(), reader.inAnotherSession()};

        Flood.untilRefused(1_000, 200, i -> Attack.get("/api/v1/users/me").as(devices[i % 3]));
    }

    @Test
    void limitsTheWritesOfAUser() {
        var writer = Shopper.registered();

        Flood.untilRefused(1_000, 200,
                _ -> Attack.of("PATCH", "/api/v1/users/me").json("{}").as(writer));
    }

    /** The gateway itself refuses this path. Requests to a service might be slower than the limit on a slow machine. */
    @Test
    void limitsAnUnauthenticatedClientByItsSocketAddress() {
        Flood.untilRefused(3_000, 401,
                i -> Attack.get("/api/v1/nothing").from("127.0.0.21").with("X-Forwarded-For", "203.0.113." + i % 250)
                        .with("X-Real-IP", "203.0.113." + i % 250).with("Forwarded", "for=203.0.113." + i % 250)
                        .with("X-Client-IP", "203.0.113." + i % 250).with("CF-Connecting-IP", "203.0.113." + i % 250)
                        .with("True-Client-IP", "203.0.113." + i % 250).named("from everywhere"));
    }

    @Test
    void sessionsAndRegistrationsShareALimit() {
        var source = "127.0.0.22";
        Flood.untilRefused(500, 401,
                i -> Attack.post("/api/v1/sessions/refresh", "{\"refresh_token\":\"guess-%d\"}".formatted(i))
                        .from(source)
                        .with("X-Forwarded-For", "203.0.113." + i % 250));

        var registration = Attack.post("/api/v1/users", "{}").from(source).send();
        assertThat(registration.status()).isIn(400, 429); // the limit allows another request each 0.1 s
    }

    @Test
    void limitsRequestsWithInvalidTokens() {
        Flood.untilRefused(3_000, 401,
                i -> Attack.get("/api/v1/users/me").from("127.0.0.23").bearing("garbage-" + i));
    }
}
