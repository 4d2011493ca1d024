package dev.ashlar.systemtests;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who has just registered and signed in. */
record Shopper(Gateway gateway, UUID id, UUID session, String email) {

    static final Duration SOON = Duration.ofSeconds(20);

    static Shopper registered() {
        var email = "shopper-" + UUID.randomUUID() + "@example.org";
        var password = "a long password of " + UUID.randomUUID();
        var user = Gateway.anonymously()
                .post("/users", Map.of("email", email, "name", "Ada Shopper", "password", password)).expect(201);
        var session = Gateway.anonymously().post("/sessions", Map.of("email", email, "password", password)).expect(201);
        return new Shopper(new Gateway(session.text("access_token")), user.id(),
                UUID.fromString(session.text("session_id")), email);
    }

    /** Orders once the price has reached order-service, which a new product takes up to two seconds. */
    UUID orders(UUID product, int quantity) {
        var key = UUID.randomUUID().toString();
        return await().atMost(SOON).until(() -> tryToOrder(product, quantity, key), answer -> answer.status() == 201)
                .id();
    }

    private Answer tryToOrder(UUID product, int quantity, String key) {
        return gateway.post("/orders", Map.of("items", List.of(Map.of("product_id", product, "quantity", quantity))),
                Map.of("Idempotency-Key", key));
    }

    Answer order(UUID order) {
        return gateway.get("/orders/" + order).expect(200);
    }

    String statusOf(UUID order) {
        return order(order).text("status");
    }
}
