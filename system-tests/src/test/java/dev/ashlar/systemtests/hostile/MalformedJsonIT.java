package dev.ashlar.systemtests.hostile;

import static java.nio.charset.StandardCharsets.UTF_16;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that does not match the contract: the platform guesses, coerces and ignores nothing (RFC 8259). */
@Hostile
class MalformedJsonIT {

    private static final String ORDERS = "/api/v1/orders";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{}", "[]", "null", "42", "\"text\"", "true", "{\"items\":}", "{items:[]}",
            "{'items':[]}", "{\"items\":null}", "{\"items\":{}}", "{\"items\":[]}", "{\"items\":[null]}",
            "{\"items\":[[]]}", "{\"items\":\"[]\"}", "{\"items\":[{}]}", "\u0000", "<order/>", "items=1"})
    void refusesABodyThatIsNoOrder(String body, Fixture fixture) {
        Attack.order(body).as(fixture.attacker()).named(body).expectRefusal(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1.0", "1e0", "1.5", "true", "null", "[1]", "{}", "0", "-1", "1001", "2147483648",
            "4294967297", "99999999999999999999999999", "1e400", "NaN", "Infinity", "0x1", "01", "+1", ".5", "\"\""})
    void refusesAQuantityThatIsNoIntegerFrom1To1000(String quantity, Fixture fixture) {
        Attack.order(fixture.validOrder().replace("\"quantity\":1", "\"quantity\":" + quantity)).as(fixture.attacker())
                .named("quantity " + quantity).expectRefusal(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"x\"", "1", "null", "[]", "\"1-1-1-1-1\"", "\"AAAAAAAAAAAAAAAAAAAAAA==\"",
            "\"{01890000-0000-7000-8000-000000000000}\"", "\" 01890000-0000-7000-8000-000000000000\""})
    void refusesAnInvalidId(String id, Fixture fixture) {
        Attack.order("{\"items\":[{\"product_id\":%s,\"quantity\":1}]}".formatted(id)).as(fixture.attacker())
                .named("id " + id).expectRefusal(400);
    }

    @ParameterizedTest
    @MethodSource
    void refusesAmbiguousOrTooLargeJson(Attack attack, Fixture fixture) {
        attack.as(fixture.attacker()).expectRefusal(400);
    }

    static Stream<Attack> refusesAmbiguousOrTooLargeJson(Fixture fixture) {
        var good = fixture.validOrder();
        var line = good.substring(good.indexOf('[') + 1, good.indexOf(']'));
        return Stream.of(Attack.order(good + good).named("two documents"), Attack.order(good + "x").named("a tail"),
                Attack.order(good.replace("}]", "},]")).named("a trailing comma"),
                Attack.order(good.replace("{\"items\"", "{/* */\"items\"")).named("a comment"),
                Attack.order(good.replace("\"quantity\":1", "\"quantity\":1,\"quantity\":1000")).named("a key twice"),
                Attack.order(good.replaceFirst("\\{", "{\"items\":[],")).named("items twice"),
                Attack.order(good.replace("\"items\"", "\"Items\"")).named("another case"),
                Attack.order("{\"items\":[" + line + "," + line + "]}").named("a product twice"),
                Attack.order("{\"items\":[" + (line + ",").repeat(100) + line + "]}").named("101 lines"),
                Attack.order("[" + good + "]").named("in an array"),
                Attack.order("{\"items\":" + "[".repeat(33) + "]".repeat(33) + "}").named("33 deep"),
                Attack.order("[".repeat(30_000)).named("30,000 deep"),
                Attack.order("{\"a\":".repeat(10_000)).named("10,000 objects deep"),
                Attack.order().body("application/json", BodyPublishers.ofByteArray(
                        new byte[]{'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'})).named("no UTF-8"),
                Attack.order().body("application/json", BodyPublishers.ofByteArray(good.getBytes(UTF_16)))
                        .named("UTF-16"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "tab\there"})
    void refusesAnIdempotencyKeyWithoutVisibleAsciiOnly(String key, Fixture fixture) {
        Attack.post(ORDERS, fixture.validOrder()).with("Idempotency-Key", key).as(fixture.attacker())
                .named("key " + key)
                .expectRefusal(400);
    }

    @Test
    void refusesAnIdempotencyKeyWithOtherBytes(Fixture fixture) {
        var order = new SmuggledRequest(fixture.attacker(), fixture.validOrder()).inner();
        RawSocket.to(EntryPoint.GATEWAY).send(order.replace("smuggled", "caf\u00e9")).expectRefusal(400);
        RawSocket.to(EntryPoint.GATEWAY).send(order.replace("smuggled", "\u007f")).expectRefusal(400);
    }

    @Test
    void refusesAStockAdjustmentWithoutAnIdempotencyKey(Fixture fixture) {
        Attack.post("/api/v1/products/" + fixture.product() + "/stock-adjustments",
                "{\"delta\":1,\"reason\":\"hostile\"}")
                .as(fixture.admin()).expectRefusal(400);
    }

    @ParameterizedTest
    @MethodSource
    void refusesAnOrderWithoutExactlyOneShortIdempotencyKey(Attack attack, Fixture fixture) {
        attack.as(fixture.attacker()).expectRefusal(400);
    }

    static Stream<Attack> refusesAnOrderWithoutExactlyOneShortIdempotencyKey(Fixture fixture) {
        var order = Attack.post(ORDERS, fixture.validOrder());
        return Stream.of(order.named("no key"), order.with("Idempotency-Key", "k".repeat(256)).named("256 characters"),
                order.with("Idempotency-Key", "a").with("Idempotency-Key", "b").named("two keys"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"price\":\"1.00\"}", "{\"price\":1.001}", "{\"price\":-1}", "{\"price\":0}",
            "{\"price\":1e30}", "{\"price\":1e2147483647}", "{\"price\":NaN}", "{\"price\":true}",
            "{\"currency\":\"usd\"}",
            "{\"currency\":\"US\"}",
            "{\"currency\":840}", "{\"name\":5}", "{\"name\":\"\"}", "{\"attributes\":[]}",
            "{\"attributes\":{\"a\":{\"b\":{}}}}", "{\"attributes\":{\"a\":1e999999}}"})
    void refusesInvalidProductFieldsOfAnAdmin(String body, Fixture fixture) {
        Attack.of("PATCH", "/api/v1/products/" + fixture.product()).json(body)
                .as(fixture.admin()).named(body).expectRefusal(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "\"1\"", "true", "null", "0", "2147483648", "1e3"})
    void refusesAStockDeltaThatIsNoInteger(String delta, Fixture fixture) {
        Attack.adjustment(fixture.product(), "{\"delta\":%s,\"reason\":\"hostile\"}".formatted(delta))
                .as(fixture.admin()).named("delta " + delta).expectRefusal(400);
    }
}
