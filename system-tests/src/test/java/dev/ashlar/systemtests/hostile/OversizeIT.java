package dev.ashlar.systemtests.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.systemtests.Shopper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Size limits: bodies of 64 KiB, headers of 16 KiB, and the limits of single values (OWASP API4). */
@Hostile
class OversizeIT {

    private static final int BODY = 64 * 1_024;
    private static final int HEADERS = 16 * 1_024;

    @ParameterizedTest
    @MethodSource
    void refusesABodyOver64Kib(Attack attack) {
        attack.expectRefusal(413);
    }

    static Stream<Attack> refusesABodyOver64Kib(Fixture fixture) {
        var padded = padded(fixture.validOrder(), BODY + 1);
        var name = "{\"name\":\"" + "a".repeat(BODY) + "\"}";
        var order = Attack.order(padded).as(fixture.attacker());
        var me = Attack.of("PATCH", "/api/v1/users/me").as(fixture.attacker());
        return Stream.of(order.named("one byte more"), order.at(EntryPoint.ORDERS).named("one byte more"),
                Attack.order().as(fixture.attacker()).body("application/json", chunked(padded)).named("in chunks"),
                Attack.order().as(fixture.attacker()).at(EntryPoint.ORDERS).body("application/json", chunked(padded))
                        .named("in chunks"),
                me.json(name).named("a long name"), me.at(EntryPoint.USERS).json(name).named("a long name"),
                Attack.post("/api/v1/users", padded("{}", BODY + 1)).named("unauthenticated"),
                Attack.post("/api/v1/sessions", padded("{}", 10 * BODY)).named("ten times as much, unauthenticated"),
                Attack.adjustment(fixture.product(), padded("{}", BODY + 1)).at(EntryPoint.INVENTORY)
                        .as(fixture.admin()).named("from an admin"));
    }

    @Test
    void acceptsABodyOf64Kib(Fixture fixture) {
        var product = fixture.admin().addProduct("large-" + UUID.randomUUID(), 9);
        var buyer = Shopper.registered();
        buyer.placeOrder(product, 1); // now order-service knows the price
        var order = "{\"items\":[{\"product_id\":\"%s\",\"quantity\":1}]}".formatted(product);

        Attack.order(padded(order, BODY)).as(buyer).named("64 KiB").expectStatus(201);
        Attack.order().as(buyer).body("application/json", chunked(padded(order, BODY))).named("64 KiB in chunks")
                .expectStatus(201);
    }

    @Test
    void refusesAPasswordOf60000Characters(Fixture fixture) {
        Attack.post("/api/v1/sessions", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(
                fixture.attacker().email(), "a".repeat(60_000))).named("60,000 characters of a password")
                .expectRefusal(401);
    }

    @ParameterizedTest
    @MethodSource
    void refusesValuesAboveTheirLimit(Attack attack) {
        attack.expectRefusal(400);
    }

    static Stream<Attack> refusesValuesAboveTheirLimit(Fixture fixture) {
        var me = Attack.of("PATCH", "/api/v1/users/me").as(fixture.attacker());
        return Stream.of(me.json("{\"name\":\"" + "a".repeat(101) + "\"}").named("101 characters of a name"),
                me.json("{\"name\":" + "9".repeat(50_000) + "}").named("50,000 digits"),
                me.json("{\"" + "a".repeat(60_000) + "\":1}").named("60,000 characters of a field"),
                me.json("{" + "\"a\":1,".repeat(8_000) + "\"b\":1}").named("8,000 fields"),
                Attack.post("/api/v1/sessions/refresh", "{\"refresh_token\":\"%s\"}".formatted("a".repeat(60_000)))
                        .named("60,000 characters of a refresh token"),
                Attack.post("/api/v1/sessions", "{\"email\":\"%s@example.org\",\"password\":\"x\"}".formatted(
                        "a.".repeat(20_000) + "a")).named("40,000 characters of an address"),
                Attack.get("/api/v1/products?q=" + "a".repeat(5_000)).named("5,000 characters of words"),
                Attack.get("/api/v1/products?cursor=" + "A".repeat(5_000)).named("5,000 characters of a cursor"),
                Attack.get("/api/v1/products?limit=101"), Attack.get("/api/v1/products?" + "x=1&".repeat(2_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Padding", "Authorization", "Cookie", "X-Request-Id", "Idempotency-Key", "traceparent"})
    void refusesHeadersOver16Kib(String header) {
        RawSocket.to(EntryPoint.GATEWAY).send("GET /api/v1/products HTTP/1.1\r\nHost: a\r\n" + header + ": "
                + "a".repeat(HEADERS) + "\r\n\r\n").expectRefusal(431);
    }

    @Test
    void eachServiceLimitsHeadersItself() {
        for (var entryPoint : EntryPoint.values()) {
            RawSocket.to(entryPoint)
                    .send("GET /health HTTP/1.1\r\nHost: a\r\nX-Padding: " + "a".repeat(HEADERS) + "\r\n\r\n")
                    .expectRefusal(431);
        }
    }

    @Test
    void refusesManySmallHeadersAndALongPath() {
        RawSocket.to(EntryPoint.GATEWAY)
                .send("GET /api/v1/products HTTP/1.1\r\nHost: a\r\n" + "A: b\r\n".repeat(5_000) + "\r\n")
                .expectRefusal(400, 431);
        RawSocket.to(EntryPoint.GATEWAY).send("GET /" + "a".repeat(HEADERS + 1_000) + " HTTP/1.1\r\nHost: a\r\n\r\n")
                .expectRefusal(400, 414, 431);
    }

    @Test
    void refusesACompressedBody(Fixture fixture) throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(padded(fixture.validOrder(), 10_000_000).getBytes(UTF_8));
        }
        Attack.order().as(fixture.attacker()).with("Content-Encoding", "gzip")
                .body("application/json", BodyPublishers.ofByteArray(bomb.toByteArray())).named("10 MB in gzip")
                .expectRefusal(400, 415);
    }

    private static BodyPublisher chunked(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    private static String padded(String json, int bytes) {
        return json + " ".repeat(bytes - json.getBytes(UTF_8).length);
    }
}
