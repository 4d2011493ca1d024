package dev.ashlar.systemtests;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A registered user in a session. */
public record Shopper(Gateway gateway, UUID id, UUID session, String refreshToken, String email, String password) {

    /** The longest time until an order is confirmed or rejected. */
    public static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** A new user. */
    public static Shopper registered() {
        var email = "shopper-" + UUID.randomUUID() + "@example.org";
        var password = "a long password of " + UUID.randomUUID();
        var user = RateLimit.retry(() -> Gateway.unauthenticated().post("/users",
                Map.of("email", email, "name", "Ada Shopper", "password", password))).expect(201);
        return signedIn(user.id(), email, password);
    }

    private static Shopper signedIn(UUID id, String email, String password) {
        var session = RateLimit.retry(
                () -> Gateway.unauthenticated().post("/sessions", Map.of("email", email, "password", password)))
                .expect(201);
        return new Shopper(new Gateway(session.text("access_token")), id, UUID.fromString(session.text("session_id")),
                session.text("refresh_token"), email, password);
    }

    /** The same user in a new session. */
    public Shopper inAnotherSession() {
        return signedIn(id, email, password);
    }

    /** The access token. */
    public String token() {
        return String.valueOf(gateway.token());
    }

    /** Repeats an order until order-service knows the price. For a new product that takes up to two seconds. */
    public UUID placeOrder(UUID product, int quantity) {
        var key = UUID.randomUUID().toString();
        return await().atMost(TIMEOUT)
                .until(() -> tryToOrder(product, quantity, key), response -> response.status() == 201)
                .id();
    }

    private Response tryToOrder(UUID product, int quantity, String key) {
        return gateway.post("/orders", Map.of("items", List.of(Map.of("product_id", product, "quantity", quantity))),
                Map.of("Idempotency-Key", key));
    }

    Response order(UUID order) {
        return gateway.get("/orders/" + order).expect(200);
    }

    /** The status of an order of this user. */
    public String statusOf(UUID order) {
        return order(order).text("status");
    }
}
