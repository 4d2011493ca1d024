package dev.ashlar.systemtests.hostile;

import static dev.ashlar.systemtests.Shopper.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.Response;
import dev.ashlar.systemtests.Shopper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Concurrent duplicates of a request take effect once. */
@Hostile
class RacesIT {

    @Test
    void twentyConcurrentDuplicatesOfAnOrderAreOneOrder(Fixture fixture) {
        var product = product(fixture, "duplicates", 50);
        var buyer = shopperWithKnownPrice(product);
        var order = Attack.post("/api/v1/orders", order(product)).with("Idempotency-Key", "duplicates").as(buyer);

        var responses = order.sendConcurrently(20);

        assertThat(statuses(responses).keySet()).isSubsetOf(201, 409);
        responses.stream().filter(response -> response.status() == 409).forEach(ProblemRules::check);
        assertThat(responses.stream().filter(response -> response.status() == 201).map(Response::id).distinct())
                .hasSize(1);
        assertThat(order.expectStatus(201).raw().headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(buyer.gateway().get("/orders").body().path("items")).hasSize(2);
    }

    @Test
    void tenConcurrentRefreshesWithOneTokenEndTheSession() {
        var victim = Shopper.registered();

        var responses = Attack.post("/api/v1/sessions/refresh",
                "{\"refresh_token\":\"%s\"}".formatted(victim.refreshToken())).sendConcurrently(10);

        assertThat(statuses(responses).getOrDefault(200, 0L)).isLessThanOrEqualTo(1);
        assertThat(statuses(responses).getOrDefault(401, 0L)).isGreaterThanOrEqualTo(9);
        for (var entryPoint : EntryPoint.values()) {
            Attack.get(entryPoint.protectedPath()).at(entryPoint).as(victim).expectRefusal(401);
        }
        responses.stream().filter(response -> response.status() == 200).forEach(winner -> {
            Attack.get("/api/v1/users/me").bearing(winner.text("access_token")).expectRefusal(401);
            Attack.post("/api/v1/sessions/refresh",
                    "{\"refresh_token\":\"%s\"}".formatted(winner.text("refresh_token"))).expectRefusal(401);
        });
    }

    @Test
    void oneOfEightConcurrentCancellationsReturnsTheStock(Fixture fixture) {
        var product = product(fixture, "cancelled", 50);
        var buyer = Shopper.registered();
        var order = buyer.placeOrder(product, 7);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(buyer.statusOf(order)).isEqualTo("CONFIRMED"));

        var responses = Attack.of("POST", "/api/v1/orders/" + order + "/cancel").as(buyer).sendConcurrently(8);

        assertThat(statuses(responses)).isEqualTo(Map.of(200, 1L, 409, 7L));
        await().atMost(TIMEOUT).untilAsserted(() -> assertStock(fixture.admin(), product, 50, 0));
    }

    @Test
    void oneOfTenConcurrentConditionalChangesSucceeds() {
        var shopper = Shopper.registered();
        var tag = shopper.gateway().get("/users/me").raw().headers().firstValue("ETag").orElseThrow();

        var responses = Concurrently.times(10,
                i -> Attack.of("PATCH", "/api/v1/users/me").as(shopper).with("If-Match", tag)
                        .json("{\"name\":\"Contender %d\"}".formatted(i)).sendConcurrently(1).getFirst());

        assertThat(statuses(responses)).isEqualTo(Map.of(200, 1L, 412, 9L));
        var winner = responses.stream().filter(response -> response.status() == 200).findFirst().orElseThrow();
        assertThat(shopper.gateway().get("/users/me").text("name")).isEqualTo(winner.text("name"));
    }

    @Test
    void thirtyConcurrentOrdersForTenPiecesConfirmTen(Fixture fixture) {
        var product = product(fixture, "oversold", 11);
        var buyer = shopperWithKnownPrice(product);

        var orders = Concurrently.times(30, i -> Attack.post("/api/v1/orders", order(product)).as(buyer)
                .with("Idempotency-Key", "oversold-" + i).sendConcurrently(1).getFirst().expect(201).id());

        await().atMost(TIMEOUT.multipliedBy(2)).untilAsserted(
                () -> assertThat(ends(buyer, orders)).isEqualTo(Map.of("CONFIRMED", 10L, "REJECTED", 20L)));
        assertStock(fixture.admin(), product, 0, 11);
    }

    @Test
    void concurrentAdjustmentsNeverMakeStockNegative(Fixture fixture) {
        var product = product(fixture, "adjusted", 5);

        var responses = Concurrently.times(12, _ -> Attack.adjustment(product, "{\"delta\":-1,\"reason\":\"race\"}")
                .as(fixture.admin()).sendConcurrently(1).getFirst());

        assertThat(statuses(responses)).isEqualTo(Map.of(201, 5L, 409, 7L));
        assertStock(fixture.admin(), product, 0, 0);
    }

    @Test
    void twelveConcurrentDuplicatesOfAnAdjustmentAreOneAdjustment(Fixture fixture) {
        var product = product(fixture, "adjusted-once", 5);

        var responses = Attack.adjustment(product, "{\"delta\":3,\"reason\":\"race\"}").as(fixture.admin())
                .sendConcurrently(12);

        assertThat(statuses(responses).keySet()).isSubsetOf(201, 409);
        assertStock(fixture.admin(), product, 8, 0);
    }

    @Test
    void oneOfTenConcurrentRegistrationsOfAnAddressSucceeds() {
        var responses = Attack.post("/api/v1/users", "{\"email\":\"%s@example.org\",\"name\":\"A\",\"password\":\"%s\"}"
                .formatted("race-" + UUID.randomUUID(), "three words make 15")).sendConcurrently(10);

        assertThat(statuses(responses)).isEqualTo(Map.of(201, 1L, 409, 9L));
    }

    @Test
    void oneOfTenConcurrentProductsWithTheSameSkuIsCreated(Fixture fixture) {
        var responses = Attack.post("/api/v1/products", """
                {"sku":"race-%s","name":"x","description":"","category":"x","price":1.00,"currency":"USD"}"""
                .formatted(fixture.order())).as(fixture.admin()).sendConcurrently(10);

        assertThat(statuses(responses)).isEqualTo(Map.of(201, 1L, 409, 9L));
    }

    private static Map<Integer, Long> statuses(List<Response> responses) {
        return responses.stream().collect(Collectors.groupingBy(Response::status, Collectors.counting()));
    }

    private static Map<String, Long> ends(Shopper buyer, List<UUID> orders) {
        return buyer.gateway().get("/orders?limit=100").expect(200).body().path("items").valueStream()
                .filter(order -> orders.contains(UUID.fromString(order.path("id").asString())))
                .collect(Collectors.groupingBy(order -> order.path("status").asString(), Collectors.counting()));
    }

    private static void assertStock(Admin admin, UUID product, int available, int reserved) {
        var stock = admin.stockOf(product);
        assertThat(stock.path("available").intValue()).isEqualTo(available);
        assertThat(stock.path("reserved").intValue()).isEqualTo(reserved);
    }

    private static UUID product(Fixture fixture, String name, int stock) {
        return fixture.admin().addProduct(name + "-" + fixture.order(), stock);
    }

    /** A shopper with one order for the product: order-service knows the price from now on. */
    private static Shopper shopperWithKnownPrice(UUID product) {
        var buyer = Shopper.registered();
        buyer.placeOrder(product, 1);
        return buyer;
    }

    private static String order(UUID product) {
        return "{\"items\":[{\"product_id\":\"%s\",\"quantity\":1}]}".formatted(product);
    }
}
