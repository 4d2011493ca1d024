package dev.ashlar.systemtests.hostile;

import static dev.ashlar.systemtests.Shopper.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.systemtests.Ashlar;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A store fails: no request is served without its checks, none hangs, and services recover without a restart. */
@Hostile
class StoreFailuresIT {

    private static final Duration BOUND = Duration.ofSeconds(1);
    private static final int CALLERS = 64;

    @Test
    void refusesAuthenticatedRequestsWithoutTheSessionRedisAndKeepsSessions(Fixture fixture) {
        assertSignedIn(fixture);
        Ashlar.whileKilled("redis-sessions", () -> assertSessionsFailClosed(fixture));
        assertSignedIn(fixture);
    }

    @Test
    void refusesAuthenticatedRequestsWhileTheSessionRedisIsFrozen(Fixture fixture) {
        assertSignedIn(fixture);
        Ashlar.whileFrozen("redis-sessions", () -> assertSessionsFailClosed(fixture));
        assertSignedIn(fixture);
    }

    private static void assertSessionsFailClosed(Fixture fixture) {
        for (var entryPoint : EntryPoint.values()) {
            assertUnavailableInTime(Attack.get(entryPoint.protectedPath()).at(entryPoint).as(fixture.victim()));
        }
        assertUnavailableInTime(Attack.of("PATCH", "/api/v1/users/me").json("{\"name\":\"x\"}").as(fixture.victim()));
        assertUnavailableInTime(Attack.order(fixture.validOrder()).as(fixture.victim()));
        Attack.get("/api/v1/products?limit=1").expectStatus(200);
        Attack.get("/api/v1/users/me").expectRefusal(401);
        Attack.get("/health").expectStatus(200);
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> Stream.of(EntryPoint.values())
                .forEach(entryPoint -> assertDegraded(entryPoint, "redis_sessions")));
    }

    /** The services are warm: each has served the same request just before. */
    private static void assertUnavailableInTime(Attack attack) {
        var begun = System.nanoTime();
        var refusal = attack.expectRefusal(503);
        var took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(took).as("%s", attack).isLessThanOrEqualTo(BOUND);
        assertThat(refusal.raw().headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void readsFromTheDatabaseWithoutTheCacheRedis(Fixture fixture) {
        Ashlar.whileKilled("redis-cache", () -> assertAllIsRead(fixture));
        assertSignedIn(fixture);
    }

    @Test
    void readsFromTheDatabaseWhileTheCacheRedisIsFrozen(Fixture fixture) {
        Ashlar.whileFrozen("redis-cache", () -> assertAllIsRead(fixture));
        assertSignedIn(fixture);
    }

    private static void assertAllIsRead(Fixture fixture) {
        for (var path : new String[]{"/users/me", "/orders", "/sessions"}) {
            Attack.get("/api/v1" + path).as(fixture.victim()).expectStatus(200);
        }
        Attack.get("/api/v1/products/" + fixture.product()).expectStatus(200);
        Attack.get("/api/v1/analytics/top-products?limit=1").as(fixture.admin()).expectStatus(200);
        await().atMost(Duration.ofSeconds(5)).untilAsserted(
                () -> EnumSet.of(EntryPoint.GATEWAY, EntryPoint.USERS, EntryPoint.ANALYTICS)
                        .forEach(entryPoint -> assertDegraded(entryPoint, "redis_cache")));
    }

    @Test
    void refusesRequestsWithoutTheDatabaseAndKeepsFewThreads(Fixture fixture) {
        var before = liveThreads();
        Ashlar.whileKilled("postgres", () -> {
            assertThreadsBounded(fixture, before);
            Attack.order(fixture.validOrder()).as(fixture.attacker()).expectRefusal(503);
            Attack.get("/api/v1/sessions").as(fixture.attacker()).expectRefusal(503);
            Attack.get("/health").at(EntryPoint.ORDERS).expectStatus(200);
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                var ready = Attack.get("/health/ready").at(EntryPoint.ORDERS).send();
                assertThat(ready.status()).isEqualTo(503);
                assertThat(ready.text("status")).isEqualTo("unhealthy");
                assertThat(ready.body().path("checks").path("database").path("status").asString()).isEqualTo("down");
            });
            assertThat(Attack.get("/health/ready").expectStatus(200).text("status")).isEqualTo("healthy");
        });
        assertSignedIn(fixture);
        assertThat(liveThreads()).isLessThan(before + CALLERS / 2);
    }

    /** With platform threads, each request that waits for the database would hold one. */
    private static void assertThreadsBounded(Fixture fixture, double before) {
        var read = Attack.get("/api/v1/orders").as(fixture.victim());
        var calls = CompletableFuture.supplyAsync(
                () -> Concurrently.times(CALLERS, _ -> read.send()));
        var most = before;
        while (!calls.isDone()) {
            most = Math.max(most, liveThreads());
        }
        assertThat(calls.join()).allSatisfy(response -> {
            assertThat(response.status()).isEqualTo(503);
            ProblemRules.check(response);
        });
        assertThat(most).as("live threads of order-service").isLessThan(before + CALLERS / 2);
    }

    private static double liveThreads() {
        return Metrics.of(EntryPoint.ORDERS).value("jvm_threads_live_threads");
    }

    private static void assertDegraded(EntryPoint entryPoint, String check) {
        var report = Attack.get("/health/ready").at(entryPoint).send().expect(200).body();
        assertThat(report.path("status").asString()).isEqualTo("healthy");
        assertThat(report.path("degraded").booleanValue()).as("%s degraded", entryPoint).isTrue();
        assertThat(report.path("checks").path(check).path("status").asString()).isEqualTo("down");
    }

    /** The tokens from before work at every entry point, and no service was restarted. */
    private static void assertSignedIn(Fixture fixture) {
        await().atMost(TIMEOUT).untilAsserted(() -> {
            for (var entryPoint : EnumSet.of(EntryPoint.GATEWAY, EntryPoint.USERS, EntryPoint.ORDERS)) {
                Attack.get(entryPoint.protectedPath()).at(entryPoint).as(fixture.victim()).send().expect(200);
            }
            for (var entryPoint : EnumSet.of(EntryPoint.INVENTORY, EntryPoint.EMAIL, EntryPoint.ANALYTICS)) {
                Attack.get(entryPoint.protectedPath()).at(entryPoint).as(fixture.victim()).send().expect(403);
            }
            for (var entryPoint : EntryPoint.values()) {
                var ready = Attack.get("/health/ready").at(entryPoint).send().expect(200).body();
                assertThat(ready.path("degraded").booleanValue()).as("%s degraded", entryPoint).isFalse();
            }
        });
    }
}
