package dev.ashlar.systemtests;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who has registered and signed in. */
public record Shopper(Gateway gateway, UUID id, UUID session, String refreshToken, String email, String password) {

    /** How long an order may take until it has come to rest. */
    public static final Duration SOON = Duration.ofSeconds(30);

    /** Somebody new. */
    public static Shopper registered() {
        var email = "shopper-" + UUID.randomUUID() + "@example.org";
        var password = "a long password of " + UUID.randomUUID();
        var user = Patience.with(() -> Gateway.anonymously().post("/users",
                Map.of("email", email, "name", "Ada Shopper", "password", password))).expect(201);
        return signedIn(user.id(), email, password);
    }

    private static Shopper signedIn(UUID id, String email, String password) {
        var session = Patience.with(
                () -> Gateway.anonymously().post("/sessions", Map.of("email", email, "password", password)))
                .expect(201);
        return new Shopper(new Gateway(session.text("access_token")), id, UUID.fromString(session.text("session_id")),
                session.text("refresh_token"), email, password);
    }

    /** The same person in one more session. */
    public Shopper onAnotherDevice() {
        return signedIn(id, email, password);
    }

    /** The access token. */
    public String token() {
        return String.valueOf(gateway.token());
    }

    /** Orders once the price has reached order-service, which a new product takes up to two seconds. */
    public UUID orders(UUID product, int quantity) {
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

    /** The state of an order of this shopper's. */
    public String statusOf(UUID order) {
        return order(order).text("status");
    }
}
