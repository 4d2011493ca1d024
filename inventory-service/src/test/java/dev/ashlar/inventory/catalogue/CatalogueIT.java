package dev.ashlar.inventory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.inventory.InventoryApi;
import dev.ashlar.inventory.RunningInventoryService;
import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.TestEvent;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningInventoryService
class CatalogueIT {

    private final InventoryApi api;

    CatalogueIT(@LocalServerPort int port) {
        api = new InventoryApi(port);
    }

    @Test
    void addsAProduct() {
        var sku = InventoryApi.newSku();
        var added = api.admin.post("/products",
                InventoryApi.product(sku, "Desk lamp", "lighting", "49.9",
                        "{\"watts\": 9, \"weight\": 1.50, \"led\": true}"));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo("/api/v1/products/" + added.id());

        var read = api.product(added.id());
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json()).isEqualTo(added.json());
        assertThat(read.header("Cache-Control")).isEqualTo("public, max-age=30, must-revalidate");
        assertThat(read.header("CDN-Cache-Control"))
                .isEqualTo("max-age=300, stale-while-revalidate=60, stale-if-error=600");
        assertThat(read.header("Surrogate-Key")).startsWith("product-").contains(" category-");
        assertThat(read.json().toString()).contains("\"sku\":\"" + sku + "\"", "\"price\":49.90", "\"in_stock\":false",
                "\"attributes\":{\"led\":true,\"watts\":9,\"weight\":1.50}", "\"image_url\":null",
                "\"updated_at\":\"20");
    }

    @Test
    void publishesEachChange() {
        var product = api.newProduct().id();
        api.admin.patch("/products/" + product, "{\"price\": 39.99}");
        await().untilAsserted(() -> assertThat(InventoryApi.eventsOf(product)).hasSize(2));
        assertThat(InventoryApi.eventsOf(product))
                .allSatisfy(event -> EventSchemas.assertValid(event.type(), event.data()))
                .extracting(TestEvent::data).satisfiesExactly(
                        data -> assertThat(data).contains("\"product_version\":1", "\"price\":49.99"),
                        data -> assertThat(data).contains("\"product_version\":2", "\"price\":39.99"));
    }

    @Test
    void changesOnlyTheGivenFields() {
        var product = api.newProduct();
        var changed = api.admin.patch("/products/" + product.id(), "{\"name\": \"Floor lamp\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("name")).isEqualTo("Floor lamp");
        assertThat(changed.text("category")).isEqualTo(product.text("category"));
        assertThat(api.product(product.id()).json()).isEqualTo(changed.json());
    }

    @Test
    void keepsTheVersionWhenNothingChanges() {
        var product = api.newProduct();
        var same = api.admin.patch("/products/" + product.id(), "{\"name\": \"Desk lamp\", \"attributes\": {}}");
        assertThat(same.header("ETag")).isEqualTo(product.header("ETag"));
        assertThat(same.text("updated_at")).isEqualTo(product.text("updated_at"));
    }

    @Test
    void returns304UntilTheProductChanges() {
        var product = api.newProduct();
        assertThat(product.header("ETag")).isEqualTo("\"1\"");
        var path = "/products/" + product.id();
        assertThat(api.anyone.get(path, "If-None-Match", "\"1\"").status()).isEqualTo(304);
        api.admin.patch(path, "{\"price\": 39.99}");
        assertThat(api.anyone.get(path, "If-None-Match", "\"1\"").status()).isEqualTo(200);
    }

    @Test
    void refusesAStaleChange() {
        var path = "/products/" + api.newProduct().id();
        assertThat(api.admin.patch(path, "{\"price\": 39.99}", "If-Match", "\"1\"").status()).isEqualTo(200);
        assertThat(api.admin.patch(path, "{\"price\": 29.99}", "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(api.anyone.get(path).json().toString()).contains("\"price\":39.99");
    }

    @Test
    void refusesATakenSku() {
        var product = api.newProduct();
        var duplicate = InventoryApi.product(product.text("sku"), "Duplicate", "lighting", "1.00", "{}");
        var refused = api.admin.post("/products", duplicate);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).isEqualTo("A product with this SKU exists.");
        assertThat(refused.text("request_id")).isEqualTo(refused.header("X-Request-Id"));
    }

    @Test
    void addsOneProductForConcurrentRequestsWithOneSku() {
        var body = InventoryApi.product(InventoryApi.newSku(), "Desk lamp", "lighting", "49.99", "{}");
        var statuses = IntStream.range(0, 8).parallel().map(_ -> api.admin.post("/products", body).status()).boxed();
        assertThat(statuses.collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .isEqualTo(Map.of(201, 1L, 409, 7L));
    }

    @Test
    void refusesChangesByAllButAdmins() {
        var body = InventoryApi.product(InventoryApi.newSku(), "Desk lamp", "lighting", "49.99", "{}");
        assertThat(api.anyone.post("/products", body).status()).isEqualTo(401);
        assertThat(api.shopper.post("/products", body).status()).isEqualTo(403);
        var path = "/products/" + api.newProduct().id();
        assertThat(api.anyone.patch(path, "{}").status()).isEqualTo(401);
        assertThat(api.shopper.patch(path, "{}").status()).isEqualTo(403);
    }

    @Test
    void returns404ForAnUnknownProduct() {
        assertThat(api.product(UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(api.admin.patch("/products/" + UUID.randomUUID(), "{}").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"name | \"\"", "name | \"  \"", "name | \"a\\u0000b\"", "price | 0",
            "price | -1", "price | 1.005", "price | 10.000", "price | 10000000000", "price | 1e999999",
            "price | \"9.99\"",
            "currency | \"usd\"", "currency | \"ZZZ\"", "currency | \"XXX\"", "currency | \"XAU\"",
            "currency | \"\"", "currency | 840", "id | \"x\"", "in_stock | true", "image_url | \"x\"",
            "updated_at | \"x\"",
            "available | 1", "version | 1", "category | \"\"", "description | \"a\\u0000b\"",
            "name | \"a\\ud800b\"", "description | \"a\\udc00b\"", "category | \"a\\ud800\"", "category | \"a\\u0000\"",
            "attributes | {\"a\": \"\\ud800\"}", "attributes | {\"a\": \"\\u0000\"}",
            "attributes | {\"\\u0000\": 1}", "attributes | {\"a\": {}}",
            "name | \"\\u2028\"", "name | \"\\u00a0\"", "price | 1e2147483647", "price | 12e2147483646",
            "attributes | {\"a\": 1e2147483647}", "attributes | {\"a\": 1e999999}", "attributes | {\"a\": null}",
            "name | null", "description | null", "category | null", "price | null", "currency | null",
            "attributes | null", "sku | \"other\"", "colour | \"blue\""})
    void refusesAnInvalidField(String field, String value) {
        var path = "/products/" + api.newProduct().id();
        var refused = api.admin.patch(path, "{\"%s\": %s}".formatted(field, value));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.invalidField()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"1e2, 100.00", "10, 10.00", "0.01, 0.01", "9999999999.99, 9999999999.99"})
    void acceptsEachJsonFormOfAPrice(String written, String price) {
        var path = "/products/" + api.newProduct().id();
        assertThat(api.admin.patch(path, "{\"price\": %s}".formatted(written)).text("price")).isEqualTo(price);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1-1-1-1-1", "0198e0a400007000800000000000000a"})
    void refusesAnIdThatIsNoUuid(String id) {
        assertThat(api.anyone.get("/products/" + id).invalidField()).isEqualTo("id");
        assertThat(api.admin.patch("/products/" + id, "{}").invalidField()).isEqualTo("id");
        assertThat(api.admin.get("/products/" + id + "/stock").invalidField()).isEqualTo("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"sku\": \"a b\"}", "{\"sku\": \"a\\ud800\"}",
            "{\"attributes\": {\"\\ud800\": 1}}", "{\"\\ud800\": 1}", "{"})
    void refusesAnIncompleteProduct(String body) {
        var refused = api.admin.post("/products", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").size()).isPositive();
    }
}
