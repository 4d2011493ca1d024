package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The platform refuses fields that a caller may not set, and names them (OWASP API3). */
@Hostile
class MassAssignmentIT {

    @ParameterizedTest
    @MethodSource({"registrations", "profiles", "passwords", "sessions", "orders", "lines", "products", "adjustments",
            "cancellations"})
    void refusesAnUnknownFieldByName(String field, Attack attack) {
        var problem = attack.expectRefusal(400);

        assertThat(problem.body().path("errors").valueStream().map(error -> error.path("field").asString()))
                .anySatisfy(named -> assertThat(named).endsWith(field));
    }

    static Stream<Arguments> registrations() {
        return Stream.of("id", "roles", "created_at", "avatar_url", "email_verified", "__proto__")
                .map(field -> row(field, Attack.post("/api/v1/users", """
                        {"email":"mass-%s@example.org","name":"Ada","password":"three words make 15","%s":["admin"]}"""
                        .formatted(UUID.randomUUID(), field))));
    }

    static Stream<Arguments> profiles(Fixture fixture) {
        return Stream.of("id", "roles", "email", "password", "password_hash", "avatar_url", "created_at", "version",
                "Name", "class.module.classLoader")
                .map(field -> row(field, Attack.of("PATCH", "/api/v1/users/me").as(fixture.attacker())
                        .json("{\"name\":\"Mallory\",\"%s\":\"x\"}".formatted(field))));
    }

    static Stream<Arguments> passwords(Fixture fixture) {
        return Stream.of("user_id", "email").map(field -> row(field,
                Attack.of("PUT", "/api/v1/users/me/password").as(fixture.attacker()).json("""
                        {"current_password":"%s","new_password":"another one of good length","%s":"%s"}"""
                        .formatted(fixture.attacker().password(), field, fixture.victim().id()))));
    }

    static Stream<Arguments> sessions(Fixture fixture) {
        return Stream.of("session_id", "user_id", "roles", "expires_in").map(field -> row(field,
                Attack.post("/api/v1/sessions", "{\"email\":\"%s\",\"password\":\"%s\",\"%s\":\"x\"}".formatted(
                        fixture.attacker().email(), fixture.attacker().password(), field))));
    }

    static Stream<Arguments> orders(Fixture fixture) {
        return Stream.of("id", "user_id", "status", "total", "currency", "created_at", "discount")
                .map(field -> row(field, Attack.order(
                        fixture.validOrder().replaceFirst("\\{", "{\"" + field + "\":\"x\",")).as(fixture.attacker())));
    }

    static Stream<Arguments> lines(Fixture fixture) {
        return Stream.of("unit_price", "price", "currency", "productId", "sku").map(field -> row(field,
                Attack.order(fixture.validOrder().replace("\"quantity\"", "\"" + field + "\":0.01,\"quantity\""))
                        .as(fixture.attacker())));
    }

    static Stream<Arguments> products(Fixture fixture) {
        return Stream.of("id", "sku", "in_stock", "available", "updated_at", "image_url")
                .map(field -> row(field, Attack.of("PATCH", "/api/v1/products/" + fixture.product())
                        .as(fixture.admin())
                        .json("{\"name\":\"Other\",\"%s\":\"x\"}".formatted(field))));
    }

    static Stream<Arguments> adjustments(Fixture fixture) {
        return Stream.of("available", "reserved").map(field -> row(field,
                Attack.adjustment(fixture.product(), "{\"delta\":1,\"reason\":\"x\",\"%s\":1000}".formatted(field))
                        .as(fixture.admin())));
    }

    static Stream<Arguments> cancellations(Fixture fixture) {
        return Stream.of(row("status", Attack.post("/api/v1/orders/" + fixture.order() + "/cancel",
                "{\"status\":\"CONFIRMED\"}").as(fixture.victim())));
    }

    private static Arguments row(String field, Attack attack) {
        return Arguments.of(field, attack.named(field));
    }
}
