package dev.ashlar.systemtests;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo shop's administrator, who sees what shoppers do not. */
public record Admin(Gateway gateway) {

    /** In a session of its own. */
    public static Admin signedIn() {
        var session = Patience.with(() -> Gateway.anonymously().post("/sessions", Account.OF_ADMIN));
        return new Admin(new Gateway(session.expect(201).text("access_token")));
    }

    /** Asked for once: they stay as they are until the stack is reset. */
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
    public UUID adds(String sku, int stock) {
        var product = gateway.post("/products", Map.of("sku", sku, "name", "Test " + sku, "description", "For a test.",
                "category", "tests", "price", new BigDecimal("19.90"), "currency", "USD")).expect(201).id();
        gateway.post("/products/" + product + "/stock-adjustments", Map.of("delta", stock, "reason", "test"),
                Map.of("Idempotency-Key", sku)).expect(201);
        return product;
    }

    /** What is available of a product, and what is reserved. */
    public JsonNode stockOf(UUID product) {
        return Patience.with(() -> gateway.get("/products/" + product + "/stock")).expect(200).body();
    }

    /** The templates of the mails sent for an order, in the order of their making. */
    public List<String> mailsSentFor(UUID order) {
        return gateway.get("/emails?order_id=" + order).expect(200).body().path("items").valueStream()
                .filter(mail -> mail.path("status").asString().equals("SENT"))
                .map(mail -> mail.path("template").asString())
                .sorted().toList();
    }

    /** What analytics counted, of all time. */
    public JsonNode summary() {
        return gateway.get("/analytics/summary").expect(200).body();
    }
}
