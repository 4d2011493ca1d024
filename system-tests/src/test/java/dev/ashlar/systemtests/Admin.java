package dev.ashlar.systemtests;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The administrator of the demo shop. */
public record Admin(Gateway gateway) {

    /** In a new session. */
    public static Admin signedIn() {
        var session = RateLimit.retry(() -> Gateway.unauthenticated().post("/sessions", Account.OF_ADMIN));
        return new Admin(new Gateway(session.expect(201).text("access_token")));
    }

    /** Read once: it stays the same until the stack is reset. */
    private record Account(String email, String password) {

        static final Account OF_ADMIN = read();

        private static Account read() {
            var credentials = JsonMapper.builder().build().readTree(Ashlar.run("status", "--json")).path("credentials");
            return credentials.valueStream().filter(one -> one.path("role").asString().equals("admin")).findFirst()
                    .map(one -> new Account(one.path("email").asString(), one.path("password").asString()))
                    .orElseThrow(() -> new AssertionError("There is no admin among " + credentials));
        }
    }

    /** The access token. */
    public String token() {
        return String.valueOf(gateway.token());
    }

    /** A new product with the given stock, at 19.90 USD. */
    public UUID addProduct(String sku, int stock) {
        var product = gateway.post("/products", Map.of("sku", sku, "name", "Test " + sku, "description", "For a test.",
                "category", "tests", "price", new BigDecimal("19.90"), "currency", "USD")).expect(201).id();
        gateway.post("/products/" + product + "/stock-adjustments", Map.of("delta", stock, "reason", "test"),
                Map.of("Idempotency-Key", sku)).expect(201);
        return product;
    }

    /** The available and reserved pieces of a product. */
    public JsonNode stockOf(UUID product) {
        return RateLimit.retry(() -> gateway.get("/products/" + product + "/stock")).expect(200).body();
    }

    /** The templates of the mails sent for an order, sorted by name. */
    public List<String> mailsSentFor(UUID order) {
        return gateway.get("/emails?order_id=" + order).expect(200).body().path("items").valueStream()
                .filter(mail -> mail.path("status").asString().equals("SENT"))
                .map(mail -> mail.path("template").asString())
                .sorted().toList();
    }

    /** The figures of analytics since the start of the stack. */
    public JsonNode summary() {
        return gateway.get("/analytics/summary").expect(200).body();
    }
}
