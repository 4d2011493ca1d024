package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Http;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Everybody may read the health of a process, and only admins its details. */
@Hostile
class HealthIT {

    private static final Map<String, String> UP = Map.of("GATEWAY", "redis_sessions", "USERS", "database", "ORDERS",
            "database", "INVENTORY", "database", "EMAIL", "database", "ANALYTICS", "database");

    @ParameterizedTest
    @EnumSource(EntryPoint.class)
    void livenessReturnsOkOnly(EntryPoint entryPoint) {
        assertThat(Attack.get("/health").at(entryPoint).expectStatus(200).raw().body())
                .isEqualTo("{\"status\":\"ok\"}");
    }

    @ParameterizedTest
    @EnumSource(EntryPoint.class)
    void healthIgnoresAnInvalidToken(EntryPoint entryPoint) {
        for (var path : new String[]{"/health", "/health/ready"}) {
            Attack.get(path).at(entryPoint).bearing("garbage").named("with garbage for a token").expectStatus(200);
        }
    }

    @ParameterizedTest
    @EnumSource(EntryPoint.class)
    void readinessListsChecksWithoutAddresses(EntryPoint entryPoint) {
        var report = Attack.get("/health/ready").at(entryPoint).expectStatus(200);
        var body = report.body();

        assertThat(body.propertyNames()).containsExactlyInAnyOrder("status", "degraded", "version", "uptime_seconds",
                "checks");
        assertThat(body.path("status").asString()).isEqualTo("healthy");
        assertThat(body.path("degraded").booleanValue()).isFalse();
        assertThat(body.path("version").asString()).isNotBlank();
        assertThat(body.path("uptime_seconds").isNumber()).isTrue();
        assertThat(body.path("checks").path(UP.get(entryPoint.name())).path("status").asString()).isEqualTo("up");
        assertThat(body.path("checks").valueStream()).allSatisfy(HealthIT::assertBounded);
        assertThat(report.raw().body()).doesNotContain("127.0.0.1", "localhost", "jdbc", "redis://");
    }

    private static void assertBounded(JsonNode check) {
        assertThat(check.path("status").asString()).isEqualTo("up");
        assertThat(check.path("latency_ms").isNumber()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(EntryPoint.class)
    void onlyAdminsReadDetailedHealth(EntryPoint entryPoint, Fixture fixture) {
        var detail = Attack.get("/health/detailed").at(entryPoint);
        detail.expectRefusal(401);
        detail.bearing("garbage").expectRefusal(401);
        detail.as(fixture.attacker()).expectRefusal(403);
        var report = detail.as(fixture.admin()).expectStatus(200);

        assertThat(report.body().path("checks").size()).isGreaterThan(1);
        assertThat(report.raw().body()).doesNotContain("password", "secret", "jdbc:", "redis://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/", "/health/ready/", "/health/ready?verbose=1", "/health/detailed/x",
            "/health/liveness", "/health?show-details=always"})
    void hasNoOtherHealthPaths(String path, Fixture fixture) {
        Attack.get(path).as(fixture.attacker()).expectRefusal(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void refusesToChangeHealth(String method, Fixture fixture) {
        Attack.of(method, "/health").as(fixture.attacker()).expectRefusal(405);
    }

    @ParameterizedTest
    @MethodSource
    void theManagementPortHasMetricsAndNoControls(EntryPoint entryPoint, String path, int status) {
        Http.get(entryPoint.managementUri(path)).expect(status);
    }

    static Stream<Arguments> theManagementPortHasMetricsAndNoControls() {
        return Stream.of(EntryPoint.values()).flatMap(entryPoint -> Stream.concat(
                Stream.of(Arguments.of(entryPoint, "/actuator/prometheus", 200),
                        Arguments.of(entryPoint, "/health/detailed", 200)),
                Stream.of("env", "heapdump", "beans", "shutdown", "loggers", "configprops", "threaddump", "mappings",
                        "gateway/routes", "refresh").map(name -> Arguments.of(entryPoint, "/actuator/" + name, 404))));
    }
}
