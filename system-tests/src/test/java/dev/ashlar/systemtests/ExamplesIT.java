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

/** Whoever sends the examples of the OpenAPI document as they are gets what it promises. */
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
        // 409: an earlier run was cut off before it deleted the account.
        assertThat(anyone.post("/users", example("Registration")).status()).isIn(201, 409);
        var session = anyone.post("/sessions", example("Credentials")).expect(201);
        var shopper = new Gateway(session.text("access_token"));

        var order = shopper.post("/orders", example("NewOrder"), key()).expect(201);

        assertThat(order.text("status")).isEqualTo("PENDING");
        shopper.post("/orders/" + order.id() + "/cancel", example("Nothing")).expect(200);
        shopper.delete("/users/me").expect(204);
    }

    @Test
    void createsAProductAndStocksIt() {
        var admin = Admin.signedIn().gateway();
        var created = admin.post("/products", example("NewProduct"));
        assertThat(created.status()).isIn(201, 409);
        if (created.status() == 201) {
            admin.post("/products/" + created.id() + "/stock-adjustments", example("StockAdjustment"), key())
                    .expect(201);
        }
    }

    private static JsonNode example(String request) {
        return requests.path(request).at("/content/application~1json/example");
    }

    private static Map<String, String> key() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }
}
