package dev.ashlar.systemtests.hostile;

import static dev.ashlar.systemtests.Shopper.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.Answer;
import dev.ashlar.systemtests.Shopper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same thing many times at once: it happens once. */
@Hostile
class RacesIT {

    @Test
    void twentyTwinsOfAnOrderAreOneOrder(Scene scene) {
        var product = product(scene, "twins", 50);
        var buyer = whoKnowsThePrice(product);
        var order = Attack.post("/api/v1/orders", order(product)).with("Idempotency-Key", "twins").as(buyer);

        var answers = order.sendAtOnce(20);

        assertThat(statuses(answers).keySet()).isSubsetOf(201, 409);
        answers.stream().filter(answer -> answer.status() == 409).forEach(Refusal::check);
        assertThat(answers.stream().filter(answer -> answer.status() == 201).map(Answer::id).distinct()).hasSize(1);
        assertThat(order.isHarmless(201).raw().headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(buyer.gateway().get("/orders").body().path("items")).hasSize(2);
    }

    @Test
    void ofTenRefreshesWithOneTokenAtMostOneSucceedsAndTheSessionEnds() {
        var victim = Shopper.registered();

        var answers = Attack.post("/api/v1/sessions/refresh",
                "{\"refresh_token\":\"%s\"}".formatted(victim.refreshToken())).sendAtOnce(10);

        assertThat(statuses(answers).getOrDefault(200, 0L)).isLessThanOrEqualTo(1);
        assertThat(statuses(answers).getOrDefault(401, 0L)).isGreaterThanOrEqualTo(9);
        for (var door : Door.values()) {
            Attack.get(door.guardedPath()).at(door).as(victim).isRefusedWith(401);
        }
        answers.stream().filter(answer -> answer.status() == 200).forEach(winner -> {
            Attack.get("/api/v1/users/me").bearing(winner.text("access_token")).isRefusedWith(401);
            Attack.post("/api/v1/sessions/refresh",
                    "{\"refresh_token\":\"%s\"}".formatted(winner.text("refresh_token"))).isRefusedWith(401);
        });
    }

    @Test
    void ofEightCancellationsOneReturnsTheStock(Scene scene) {
        var product = product(scene, "cancelled", 50);
        var buyer = Shopper.registered();
        var order = buyer.orders(product, 7);
        await().atMost(SOON).untilAsserted(() -> assertThat(buyer.statusOf(order)).isEqualTo("CONFIRMED"));

        var answers = Attack.of("POST", "/api/v1/orders/" + order + "/cancel").as(buyer).sendAtOnce(8);

        assertThat(statuses(answers)).isEqualTo(Map.of(200, 1L, 409, 7L));
        await().atMost(SOON).untilAsserted(() -> assertStock(scene.admin(), product, 50, 0));
    }

    @Test
    void ofTenConditionalChangesOneWins() {
        var shopper = Shopper.registered();
        var tag = shopper.gateway().get("/users/me").raw().headers().firstValue("ETag").orElseThrow();

        var answers = AtOnce.times(10, i -> Attack.of("PATCH", "/api/v1/users/me").as(shopper).with("If-Match", tag)
                .json("{\"name\":\"Contender %d\"}".formatted(i)).sendAtOnce(1).getFirst());

        assertThat(statuses(answers)).isEqualTo(Map.of(200, 1L, 412, 9L));
        var winner = answers.stream().filter(answer -> answer.status() == 200).findFirst().orElseThrow();
        assertThat(shopper.gateway().get("/users/me").text("name")).isEqualTo(winner.text("name"));
    }

    @Test
    void thirtyOrdersForTenPiecesAreTenConfirmedOrders(Scene scene) {
        var product = product(scene, "oversold", 11);
        var buyer = whoKnowsThePrice(product);

        var orders = AtOnce.times(30, i -> Attack.post("/api/v1/orders", order(product)).as(buyer)
                .with("Idempotency-Key", "oversold-" + i).sendAtOnce(1).getFirst().expect(201).id());

        await().atMost(SOON.multipliedBy(2)).untilAsserted(
                () -> assertThat(ends(buyer, orders)).isEqualTo(Map.of("CONFIRMED", 10L, "REJECTED", 20L)));
        assertStock(scene.admin(), product, 0, 11);
    }

    @Test
    void stockIsNeverTakenBelowNothing(Scene scene) {
        var product = product(scene, "adjusted", 5);

        var answers = AtOnce.times(12, _ -> Attack.adjustment(product, "{\"delta\":-1,\"reason\":\"race\"}")
                .as(scene.admin()).sendAtOnce(1).getFirst());

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 5L, 409, 7L));
        assertStock(scene.admin(), product, 0, 0);
    }

    @Test
    void twelveTwinsOfAnAdjustmentAreOneAdjustment(Scene scene) {
        var product = product(scene, "adjusted-once", 5);

        var answers = Attack.adjustment(product, "{\"delta\":3,\"reason\":\"race\"}").as(scene.admin()).sendAtOnce(12);

        assertThat(statuses(answers).keySet()).isSubsetOf(201, 409);
        assertStock(scene.admin(), product, 8, 0);
    }

    @Test
    void ofTenRegistrationsOfAnAddressOneSucceeds() {
        var answers = Attack.post("/api/v1/users", "{\"email\":\"%s@example.org\",\"name\":\"A\",\"password\":\"%s\"}"
                .formatted("race-" + UUID.randomUUID(), "three words make 15")).sendAtOnce(10);

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 1L, 409, 9L));
    }

    @Test
    void ofTenProductsWithASkuOneIsMade(Scene scene) {
        var answers = Attack.post("/api/v1/products", """
                {"sku":"race-%s","name":"x","description":"","category":"x","price":1.00,"currency":"USD"}"""
                .formatted(scene.order())).as(scene.admin()).sendAtOnce(10);

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 1L, 409, 9L));
    }

    private static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
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

    private static UUID product(Scene scene, String name, int stock) {
        return scene.admin().adds(name + "-" + scene.order(), stock);
    }

    /** Somebody whose one order for the product has been accepted, so that the next will be at once. */
    private static Shopper whoKnowsThePrice(UUID product) {
        var buyer = Shopper.registered();
        buyer.orders(product, 1);
        return buyer;
    }

    private static String order(UUID product) {
        return "{\"items\":[{\"product_id\":\"%s\",\"quantity\":1}]}".formatted(product);
    }
}
