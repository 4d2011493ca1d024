package dev.ashlar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The request examples of the OpenAPI document work. */
@ExtendWith(RunningStack.class)
class ExamplesIT {

    private static JsonNode requests;

    @BeforeAll
    static void readTheDocument() {
        requests = Http.get(Http.uri(8080, "/openapi.json")).expect(200).body().at("/components/requestBodies");
    }

    @Test
    void registersLogsInOrdersAndCancels() {
        var unauthenticated = Gateway.unauthenticated();
        var email = UUID.randomUUID() + "@example.org";
        unauthenticated.post("/users", example("Registration", "email", email)).expect(201);
        var session = unauthenticated.post("/sessions", example("Credentials", "email", email)).expect(201);
        var refreshed = unauthenticated.post("/sessions/refresh",
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

    /** The example with another value for a field that must be unique. */
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
