package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Health tells anybody that a process is well, and admins alone what it is made of. */
@Hostile(readsOnly = true)
class HealthIT {

    private static final Map<String, String> UP = Map.of("GATEWAY", "redis_sessions", "USERS", "database", "ORDERS",
            "database", "INVENTORY", "database", "EMAIL", "database", "ANALYTICS", "database");

    @ParameterizedTest
    @EnumSource(Door.class)
    void livenessSaysOkAndNothingElse(Door door) {
        assertThat(Attack.get("/health").at(door).isHarmless(200).raw().body()).isEqualTo("{\"status\":\"ok\"}");
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void aTokenThatIsGarbageDoesNotMakeAProcessIll(Door door) {
        for (var path : new String[]{"/health", "/health/ready"}) {
            Attack.get(path).at(door).bearing("garbage").named("with garbage for a token").isHarmless(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void readinessNamesChecksButNoAddresses(Door door) {
        var report = Attack.get("/health/ready").at(door).isHarmless(200);
        var body = report.body();

        assertThat(body.propertyNames()).containsExactlyInAnyOrder("status", "degraded", "version", "uptime_seconds",
                "checks");
        assertThat(body.path("status").asString()).isEqualTo("healthy");
        assertThat(body.path("degraded").booleanValue()).isFalse();
        assertThat(body.path("version").asString()).isNotBlank();
        assertThat(body.path("uptime_seconds").isNumber()).isTrue();
        assertThat(body.path("checks").path(UP.get(door.name())).path("status").asString()).isEqualTo("up");
        assertThat(body.path("checks").valueStream()).allSatisfy(HealthIT::assertBounded);
        assertThat(report.raw().body()).doesNotContain("127.0.0.1", "localhost", "jdbc", "redis://");
    }

    private static void assertBounded(JsonNode check) {
        assertThat(check.path("status").asString()).isEqualTo("up");
        assertThat(check.path("latency_ms").isNumber()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void detailIsForAdmins(Door door, Scene scene) {
        var detail = Attack.get("/health/detailed").at(door);
        detail.isRefusedWith(401);
        detail.bearing("garbage").isRefusedWith(401);
        detail.as(scene.attacker()).isRefusedWith(403);
        var report = detail.as(scene.admin()).isHarmless(200);

        assertThat(report.body().path("checks").size()).isGreaterThan(1);
        assertThat(report.raw().body()).doesNotContain("password", "secret", "jdbc:", "redis://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/", "/health/ready/", "/health/ready?verbose=1", "/health/detailed/x",
            "/health/liveness", "/health?show-details=always"})
    void thereIsNoOtherHealth(String path, Scene scene) {
        Attack.get(path).as(scene.attacker()).isRefusedWith(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void healthIsRead(String method, Scene scene) {
        Attack.of(method, "/health").as(scene.attacker()).isRefusedWith(405);
    }

    @ParameterizedTest
    @MethodSource
    void theManagementPortHasMetricsAndNothingToSteerBy(Door door, String path, int status) throws Exception {
        assertThat(managementStatus(door, path)).isEqualTo(status);
    }

    static Stream<Arguments> theManagementPortHasMetricsAndNothingToSteerBy() {
        return Stream.of(Door.values()).flatMap(door -> Stream.concat(
                Stream.of(Arguments.of(door, "/actuator/prometheus", 200), Arguments.of(door, "/health/detailed", 200)),
                Stream.of("env", "heapdump", "beans", "shutdown", "loggers", "configprops", "threaddump", "mappings",
                        "gateway/routes", "refresh").map(name -> Arguments.of(door, "/actuator/" + name, 404))));
    }

    private static int managementStatus(Door door, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(door.managementUri(path)).build();
        var status = Clients.usual().send(request, BodyHandlers.discarding()).statusCode();
        HostileRequests.count("management port of " + door + path, status);
        return status;
    }
}
