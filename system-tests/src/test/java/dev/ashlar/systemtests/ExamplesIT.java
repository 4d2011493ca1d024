package dev.ashlar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whoever sends the examples of the OpenAPI document gets what it promises. */
@ExtendWith(RunningStack.class)
class ExamplesIT {

    private static JsonNode requests;

    @BeforeAll
    static void readTheDocument() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var address = URI.create("http://127.0.0.1:%d/openapi.json".formatted(8080 + Ashlar.PORT_OFFSET));
            var document = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
            requests = JsonMapper.shared().readTree(document).at("/components/requestBodies");
        }
    }

    @Test
    void registersLogsInOrdersAndCancels() {
        var anyone = Gateway.anonymously();
        var email = UUID.randomUUID() + "@example.org";
        anyone.post("/users", example("Registration", "email", email)).expect(201);
        var session = anyone.post("/sessions", example("Credentials", "email", email)).expect(201);
        var refreshed = anyone.post("/sessions/refresh",
                example("Refresh", "refresh_token", session.text("refresh_token"))).expect(200);
        var shopper = new Gateway(refreshed.text("access_token"));

        var order = shopper.post("/orders", example("NewOrder"), key()).expect(201);

        assertThat(order.text("status")).isEqualTo("PENDING");
        shopper.post("/orders/" + order.id() + "/cancel", example("Nothing")).expect(200);
        assertThat(shopper.patch("/users/me", example("ProfileChange")).expect(200).text("name"))
                .isEqualTo(example("ProfileChange").path("name").asString());
        shopper.put("/users/me/password", example("PasswordChange")).expect(204);
        shopper.delete("/users/me").expect(204);
    }

    @Test
    void createsAProductStocksItAndChangesIt() {
        var admin = Admin.signedIn().gateway();
        var product = admin.post("/products", example("NewProduct", "sku", "EXAMPLE-" + UUID.randomUUID())).expect(201)
                .id();
        admin.post("/products/" + product + "/stock-adjustments", example("StockAdjustment"), key()).expect(201);
        assertThat(admin.patch("/products/" + product, example("ProductChange")).expect(200).body().path("price"))
                .isEqualTo(example("ProductChange").path("price"));
    }

    /** With another value for what can be had once only. */
    private static JsonNode example(String request, String field, String value) {
        return ((ObjectNode) example(request).deepCopy()).put(field, value);
    }

    private static JsonNode example(String request) {
        return requests.path(request).at("/content/application~1json/example");
    }

    private static Map<String, String> key() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }
}
