package dev.ashlar.localstack.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

import dev.ashlar.process.StackFailure;
import tools.jackson.databind.JsonNode;

/** The demo: one order, from the registration of its buyer to the log-out. */
final class GoldenJourney {

    private static final int QUANTITY = 1;
    private static final String ANONYMOUS = "";

    private final GatewayClient api;
    private final String adminPassword;
    private final String email = "demo-%s@example.org".formatted(UUID.randomUUID().toString().substring(0, 8));
    private final String password = UUID.randomUUID().toString();

    private String admin = "";
    private String adminSession = "";
    private String shopper = "";
    private String shopperSession = "";
    private String product = "";
    private String order = "";
    private int availableBefore;
    private int confirmedBefore;

    GoldenJourney(GatewayClient api, String adminPassword) {
        this.api = api;
        this.adminPassword = adminPassword;
    }

    record Step(String name, Callable<String> action) {}

    List<Step> steps() {
        return List.of(new Step("admin logs in", this::adminLogsIn), new Step("register", this::register),
                new Step("log in", this::logIn), new Step("browse", this::browse), new Step("order", this::order),
                new Step("reserved", this::reserved), new Step("confirmed", this::confirmed),
                new Step("mailed", this::mailed), new Step("counted", this::counted),
                new Step("log out", this::logOut), new Step("token refused", this::tokenRefused));
    }

    private String adminLogsIn() throws InterruptedException {
        var session = api.logIn("admin@ashlar.local", adminPassword);
        admin = session.path("access_token").asString();
        adminSession = session.path("session_id").asString();
        return "to look behind the counter";
    }

    private String register() throws InterruptedException {
        api.post("/users", ANONYMOUS, Map.of("email", email, "name", "Demo Shopper", "password", password))
                .expect(201);
        return email;
    }

    private String logIn() throws InterruptedException {
        var session = api.logIn(email, password);
        shopper = session.path("access_token").asString();
        shopperSession = session.path("session_id").asString();
        return "session " + shopperSession;
    }

    private String browse() throws InterruptedException {
        var chosen = api.get("/products?limit=100", ANONYMOUS)
                .expect(200)
                .path("items")
                .valueStream()
                .filter(item -> item.path("in_stock").asBoolean())
                .findFirst()
                .orElseThrow(() -> new StackFailure("no product is in stock"));
        product = chosen.path("id").asString();
        availableBefore = available();
        confirmedBefore = ordersConfirmed();
        return "%s, %s".formatted(chosen.path("name").asString(), price(chosen, "price"));
    }

    private String order() throws InterruptedException {
        var items = List.of(Map.of("product_id", product, "quantity", QUANTITY));
        var accepted = api.postOnce("/orders", shopper, UUID.randomUUID().toString(), Map.of("items", items))
                .expect(201);
        order = accepted.path("id").asString();
        return "%s, %s".formatted(order, price(accepted, "total"));
    }

    private String reserved() throws InterruptedException {
        int now = GatewayClient.until("the stock should go down",
                () -> Optional.of(available()).filter(available -> available <= availableBefore - QUANTITY));
        return "%d available, %d before".formatted(now, availableBefore);
    }

    private String confirmed() throws InterruptedException {
        return GatewayClient.until("the order should be confirmed", () -> {
            var now = api.get("/orders/" + order, shopper).expect(200);
            return switch (now.path("status").asString()) {
                case "CONFIRMED" -> Optional.of("CONFIRMED");
                case "PENDING" -> Optional.empty();
                default -> throw new StackFailure("the order is " + now);
            };
        });
    }

    private String mailed() throws InterruptedException {
        return GatewayClient.until("two mails should be sent", () -> {
            var sent = api.get("/emails?order_id=" + order, admin)
                    .expect(200)
                    .path("items")
                    .valueStream()
                    .filter(mail -> mail.path("status").asString().equals("SENT"))
                    .map(mail -> mail.path("template").asString())
                    .toList();
            return sent.containsAll(List.of("order-received", "order-confirmed"))
                    ? Optional.of(String.join(", ", sent))
                    : Optional.empty();
        });
    }

    private String counted() throws InterruptedException {
        int now = GatewayClient.until("the order should be counted",
                () -> Optional.of(ordersConfirmed()).filter(count -> count > confirmedBefore));
        return "%d confirmed orders in all".formatted(now);
    }

    private String logOut() throws InterruptedException {
        api.delete("/sessions/" + shopperSession, shopper).expect(204);
        api.delete("/sessions/" + adminSession, admin).expect(204);
        return "the session is revoked";
    }

    private String tokenRefused() throws InterruptedException {
        api.get("/users/me", shopper).expect(401);
        return "401, although the token has not expired";
    }

    private int available() throws InterruptedException {
        return api.get("/products/%s/stock".formatted(product), admin).expect(200).path("available").asInt();
    }

    private int ordersConfirmed() throws InterruptedException {
        return api.get("/analytics/summary", admin).expect(200).path("orders_confirmed").asInt();
    }

    private static String price(JsonNode priced, String field) {
        return "%.2f %s".formatted(priced.path(field).decimalValue(), priced.path("currency").asString());
    }
}
