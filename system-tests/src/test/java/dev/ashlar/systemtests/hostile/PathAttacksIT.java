package dev.ashlar.systemtests.hostile;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that authentication and routing might read differently. */
@Hostile
class PathAttacksIT {

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/products/../users/me", "/api/v1/products/..;/users/me",
            "/api/v1/products/%2e%2e/users/me", "/api/v1/products%2f..%2fusers/me", "/api/v1//users/me",
            "//api/v1/users/me", "/api/v1/users/me;jsessionid=1", "/api/v1/users/me%3b", "/api/v1/users/me%00",
            "/api/v1/users/me%2f", "/api/v1/users%5cme", "/api/v1/users\\me", "/api/v1/%75sers/me", "/API/V1/USERS/ME",
            "/api/v1/users/me/", "/api/v1/users/me.json", "/api/v1/users/me%0a", "/api/v1/./users/me",
            "/api/v1/users/me%252f", "/api/v1/products/%252e%252e/users/me", "/health/../api/v1/users/me",
            "/health;/../api/v1/users/me", "/.well-known/jwks.json/../../api/v1/users/me",
            "/swagger-ui/../api/v1/users/me", "/swagger-ui/..%2f..%2fapplication.yml",
            "/openapi.json/../application.yml",
            "/health/ready/%2e%2e/detailed", "/health;x/detailed", "/health/detailed;x", "/HEALTH/detailed"})
    void noPathBypassesTheGatewaysAuthentication(String path) {
        RawSocket.to(EntryPoint.GATEWAY).send("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").expectRefusal(400, 401,
                404);
    }

    @ParameterizedTest
    @EnumSource(EntryPoint.class)
    void noPathBypassesTheAuthenticationOfAService(EntryPoint entryPoint) {
        for (var path : new String[]{"/health/.." + entryPoint.protectedPath(), "/health;" + entryPoint.protectedPath(),
                "/" + entryPoint.protectedPath(), entryPoint.protectedPath() + ";.js",
                entryPoint.protectedPath() + "%2f"}) {
            RawSocket.to(entryPoint).send("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n").expectRefusal(400, 401, 404);
        }
    }

    @ParameterizedTest
    @MethodSource
    void returnsNotFoundForUnknownPaths(Attack attack, Fixture fixture) {
        attack.as(fixture.attacker()).expectRefusal(404);
    }

    static Stream<Attack> returnsNotFoundForUnknownPaths() {
        return Stream.of("/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/prometheus", "/env", "/error",
                "/h2-console", "/.env", "/.git/config", "/application.yml", "/WEB-INF/web.xml", "/META-INF/MANIFEST.MF",
                "/v3/api-docs", "/api/v2/users/me", "/api/v1",
                "/favicon.ico", "/robots.txt", "/server-status", "/jolokia", "/api/v1/order", "/api/v1/users/me/roles")
                .flatMap(path -> path.startsWith("/actuator")
                        ? Stream.of(EntryPoint.values()).map(entryPoint -> Attack.get(path).at(entryPoint))
                        : Stream.of(Attack.get(path)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1", "-1", "null", "me", "01890000-0000-7000-8000-00000000000",
            "01890000-0000-7000-8000-0000000000000", "01890000_0000_7000_8000_000000000000", "%7Bid%7D", "*"})
    void refusesAnInvalidIdInThePath(String id, Fixture fixture) {
        Attack.get("/api/v1/orders/" + id).as(fixture.attacker()).expectRefusal(400, 404);
        Attack.get("/api/v1/products/" + id).expectRefusal(400, 404);
        Attack.of("DELETE", "/api/v1/sessions/" + id).as(fixture.attacker()).expectRefusal(400, 404);
    }
}
