package dev.ashlar.systemtests.hostile;

import static dev.ashlar.systemtests.Shopper.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.systemtests.Ashlar;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A store that is away: nobody gets in who could not be checked, nothing hangs, and it heals without a restart. */
@Hostile
class StoreFailuresIT {

    private static final Duration BOUND = Duration.ofSeconds(1);
    private static final int CALLERS = 64;

    @Test
    void withoutTheSessionStoreSignedInCallsAreRefusedInTimeAndSessionsOutliveIt(Scene scene) {
        assertSignedIn(scene);
        Ashlar.whileDead("redis-sessions", () -> assertSessionsFailClosed(scene));
        assertSignedIn(scene);
    }

    @Test
    void aSessionStoreThatHangsIsAsGoodAsNone(Scene scene) {
        assertSignedIn(scene);
        Ashlar.whileHanging("redis-sessions", () -> assertSessionsFailClosed(scene));
        assertSignedIn(scene);
    }

    private static void assertSessionsFailClosed(Scene scene) {
        for (var door : Door.values()) {
            assertUnavailableInTime(Attack.get(door.guardedPath()).at(door).as(scene.victim()));
        }
        assertUnavailableInTime(Attack.of("PATCH", "/api/v1/users/me").json("{\"name\":\"x\"}").as(scene.victim()));
        assertUnavailableInTime(Attack.order(scene.goodOrder()).as(scene.victim()));
        Attack.get("/api/v1/products?limit=1").isHarmless(200);
        Attack.get("/api/v1/users/me").isRefusedWith(401);
        Attack.get("/health").isHarmless(200);
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> Stream.of(Door.values())
                .forEach(door -> assertDegraded(door, "redis_sessions")));
    }

    /** The services are warm when this is asked: each has been asked the same just before, and answered. */
    private static void assertUnavailableInTime(Attack attack) {
        var begun = System.nanoTime();
        var refusal = attack.isRefusedWith(503);
        var took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(took).as("%s", attack).isLessThanOrEqualTo(BOUND);
        assertThat(refusal.raw().headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void withoutTheCacheEverythingWorksFromTheDatabase(Scene scene) {
        Ashlar.whileDead("redis-cache", () -> assertAllIsRead(scene));
        assertSignedIn(scene);
    }

    @Test
    void aCacheThatHangsIsAsGoodAsNone(Scene scene) {
        Ashlar.whileHanging("redis-cache", () -> assertAllIsRead(scene));
        assertSignedIn(scene);
    }

    private static void assertAllIsRead(Scene scene) {
        for (var path : new String[]{"/users/me", "/orders", "/sessions"}) {
            Attack.get("/api/v1" + path).as(scene.victim()).isHarmless(200);
        }
        Attack.get("/api/v1/products/" + scene.product()).isHarmless(200);
        Attack.get("/api/v1/analytics/top-products?limit=1").as(scene.admin()).isHarmless(200);
        await().atMost(Duration.ofSeconds(5)).untilAsserted(
                () -> EnumSet.of(Door.GATEWAY, Door.USERS, Door.ANALYTICS)
                        .forEach(door -> assertDegraded(door, "redis_cache")));
    }

    @Test
    void withoutTheDatabaseCallsAreRefusedAndThreadsDoNotPileUp(Scene scene) {
        var before = liveThreads();
        Ashlar.whileDead("postgres", () -> {
            assertThreadsBounded(scene, before);
            Attack.order(scene.goodOrder()).as(scene.attacker()).isRefusedWith(503);
            Attack.get("/api/v1/sessions").as(scene.attacker()).isRefusedWith(503);
            Attack.get("/health").at(Door.ORDERS).isHarmless(200);
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                var ready = Attack.get("/health/ready").at(Door.ORDERS).sendUncounted(Clients.usual());
                assertThat(ready.status()).isEqualTo(503);
                assertThat(ready.text("status")).isEqualTo("unhealthy");
                assertThat(ready.body().path("checks").path("database").path("status").asString()).isEqualTo("down");
            });
            assertThat(Attack.get("/health/ready").isHarmless(200).text("status")).isEqualTo("healthy");
        });
        assertSignedIn(scene);
        assertThat(liveThreads()).isLessThan(before + CALLERS / 2);
    }

    /** Each caller that waits for the database would hold a thread if threads were not virtual. */
    private static void assertThreadsBounded(Scene scene, double before) {
        var read = Attack.get("/api/v1/orders").as(scene.victim());
        var calls = CompletableFuture.supplyAsync(
                () -> AtOnce.times(CALLERS, _ -> read.sendUncounted(Clients.usual())));
        var most = before;
        while (!calls.isDone()) {
            most = Math.max(most, liveThreads());
        }
        assertThat(calls.join()).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            Refusal.check(answer);
        });
        assertThat(most).as("live threads of order-service").isLessThan(before + CALLERS / 2);
    }

    private static double liveThreads() {
        return Metrics.of(Door.ORDERS).value("jvm_threads_live_threads");
    }

    private static void assertDegraded(Door door, String check) {
        var report = Attack.get("/health/ready").at(door).sendUncounted(Clients.usual()).expect(200).body();
        assertThat(report.path("status").asString()).isEqualTo("healthy");
        assertThat(report.path("degraded").booleanValue()).as("%s degraded", door).isTrue();
        assertThat(report.path("checks").path(check).path("status").asString()).isEqualTo("down");
    }

    /** With the tokens from before, at every door, without anybody's restart. */
    private static void assertSignedIn(Scene scene) {
        await().atMost(SOON).untilAsserted(() -> {
            for (var door : EnumSet.of(Door.GATEWAY, Door.USERS, Door.ORDERS)) {
                Attack.get(door.guardedPath()).at(door).as(scene.victim()).sendUncounted(Clients.usual()).expect(200);
            }
            for (var door : EnumSet.of(Door.INVENTORY, Door.EMAIL, Door.ANALYTICS)) {
                Attack.get(door.guardedPath()).at(door).as(scene.victim()).sendUncounted(Clients.usual()).expect(403);
            }
            for (var door : Door.values()) {
                var ready = Attack.get("/health/ready").at(door).sendUncounted(Clients.usual()).expect(200).body();
                assertThat(ready.path("degraded").booleanValue()).as("%s degraded", door).isFalse();
            }
        });
    }
}
