package dev.ashlar.systemtests;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo shop's administrator, who sees what shoppers do not. */
record Admin(Gateway gateway) {

    static Admin signedIn() {
        var credentials = JsonMapper.builder().build().readTree(Ashlar.run("status", "--json")).path("credentials");
        for (var one : credentials) {
            if (one.path("role").asString().equals("admin")) {
                var session = Gateway.anonymously().post("/sessions",
                        Map.of("email", one.path("email").asString(), "password", one.path("password").asString()));
                return new Admin(new Gateway(session.expect(201).text("access_token")));
            }
        }
        throw new AssertionError("There is no admin among " + credentials);
    }

    /** A new product with the given stock, at 19.90 USD. */
    UUID adds(String sku, int stock) {
        var product = gateway.post("/products", Map.of("sku", sku, "name", "Test " + sku, "description", "For a test.",
                "category", "tests", "price", new BigDecimal("19.90"), "currency", "USD")).expect(201).id();
        gateway.post("/products/" + product + "/stock-adjustments", Map.of("delta", stock, "reason", "test"))
                .expect(201);
        return product;
    }

    JsonNode stockOf(UUID product) {
        return gateway.get("/products/" + product + "/stock").expect(200).body();
    }

    /** The templates of the mails sent for an order, in the order of their making. */
    List<String> mailsSentFor(UUID order) {
        return gateway.get("/emails?order_id=" + order).expect(200).body().path("items").valueStream()
                .filter(mail -> mail.path("status").asString().equals("SENT"))
                .map(mail -> mail.path("template").asString())
                .sorted().toList();
    }

    JsonNode summary() {
        return gateway.get("/analytics/summary").expect(200).body();
    }
}
