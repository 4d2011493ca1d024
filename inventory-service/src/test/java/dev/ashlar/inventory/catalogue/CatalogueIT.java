package dev.ashlar.inventory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.inventory.InventoryServiceTest;
import dev.ashlar.inventory.Shop;
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

@InventoryServiceTest
class CatalogueIT {

    private final Shop shop;

    CatalogueIT(@LocalServerPort int port) {
        shop = new Shop(port);
    }

    @Test
    void addsAProduct() {
        var sku = Shop.newSku();
        var added = shop.admin.post("/products",
                Shop.product(sku, "Desk lamp", "lighting", "49.9", "{\"watts\": 9, \"weight\": 1.50, \"led\": true}"));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location")).isEqualTo("/api/v1/products/" + added.id());

        var read = shop.product(added.id());
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(added.body());
        assertThat(read.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(read.body().toString()).contains("\"sku\":\"" + sku + "\"", "\"price\":49.90", "\"in_stock\":false",
                "\"attributes\":{\"led\":true,\"watts\":9,\"weight\":1.50}", "\"image_url\":null",
                "\"updated_at\":\"20");
    }

    @Test
    void tellsOfEachChange() {
        var product = shop.newProduct().id();
        shop.admin.patch("/products/" + product, "{\"price\": 39.99}");
        await().untilAsserted(() -> assertThat(Shop.eventsOf(product)).hasSize(2));
        assertThat(Shop.eventsOf(product)).allSatisfy(event -> EventSchemas.assertValid(event.type(), event.data()))
                .extracting(TestEvent::data).satisfiesExactly(
                        data -> assertThat(data).contains("\"product_version\":1", "\"price\":49.99"),
                        data -> assertThat(data).contains("\"product_version\":2", "\"price\":39.99"));
    }

    @Test
    void changesOnlyWhatIsNamed() {
        var product = shop.newProduct();
        var changed = shop.admin.patch("/products/" + product.id(), "{\"name\": \"Floor lamp\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("name")).isEqualTo("Floor lamp");
        assertThat(changed.text("category")).isEqualTo(product.text("category"));
        assertThat(shop.product(product.id()).body()).isEqualTo(changed.body());
    }

    @Test
    void keepsTheVersionWhenNothingChanges() {
        var product = shop.newProduct();
        var same = shop.admin.patch("/products/" + product.id(), "{\"name\": \"Desk lamp\", \"attributes\": {}}");
        assertThat(same.header("ETag")).isEqualTo(product.header("ETag"));
        assertThat(same.text("updated_at")).isEqualTo(product.text("updated_at"));
    }

    @Test
    void answersAConditionalGet() {
        var product = shop.newProduct();
        assertThat(product.header("ETag")).isEqualTo("\"1\"");
        var path = "/products/" + product.id();
        assertThat(shop.anyone.get(path, "If-None-Match", "\"1\"").status()).isEqualTo(304);
        shop.admin.patch(path, "{\"price\": 39.99}");
        assertThat(shop.anyone.get(path, "If-None-Match", "\"1\"").status()).isEqualTo(200);
    }

    @Test
    void refusesAStaleChange() {
        var path = "/products/" + shop.newProduct().id();
        assertThat(shop.admin.patch(path, "{\"price\": 39.99}", "If-Match", "\"1\"").status()).isEqualTo(200);
        assertThat(shop.admin.patch(path, "{\"price\": 29.99}", "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(shop.anyone.get(path).body().toString()).contains("\"price\":39.99");
    }

    @Test
    void refusesATakenSku() {
        var product = shop.newProduct();
        var twin = Shop.product(product.text("sku"), "Twin", "lighting", "1.00", "{}");
        assertThat(shop.admin.post("/products", twin).status()).isEqualTo(409);
    }

    @Test
    void letsOneOfManyHaveASku() {
        var body = Shop.product(Shop.newSku(), "Desk lamp", "lighting", "49.99", "{}");
        var statuses = IntStream.range(0, 8).parallel().map(_ -> shop.admin.post("/products", body).status()).boxed();
        assertThat(statuses.collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .isEqualTo(Map.of(201, 1L, 409, 7L));
    }

    @Test
    void letsOnlyAdminsWrite() {
        var body = Shop.product(Shop.newSku(), "Desk lamp", "lighting", "49.99", "{}");
        assertThat(shop.anyone.post("/products", body).status()).isEqualTo(401);
        assertThat(shop.shopper.post("/products", body).status()).isEqualTo(403);
        var path = "/products/" + shop.newProduct().id();
        assertThat(shop.anyone.patch(path, "{}").status()).isEqualTo(401);
        assertThat(shop.shopper.patch(path, "{}").status()).isEqualTo(403);
    }

    @Test
    void knowsWhatItDoesNotHave() {
        assertThat(shop.product(UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(shop.admin.patch("/products/" + UUID.randomUUID(), "{}").status()).isEqualTo(404);
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
    void refusesWhatIsNoProduct(String field, String value) {
        var path = "/products/" + shop.newProduct().id();
        var refused = shop.admin.patch(path, "{\"%s\": %s}".formatted(field, value));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.complaint()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"1e2, 100.00", "10, 10.00", "0.01, 0.01", "9999999999.99, 9999999999.99"})
    void readsAPriceHoweverItIsWritten(String written, String price) {
        var path = "/products/" + shop.newProduct().id();
        assertThat(shop.admin.patch(path, "{\"price\": %s}".formatted(written)).text("price")).isEqualTo(price);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1-1-1-1-1", "0198e0a400007000800000000000000a"})
    void knowsProductsByUuidOnly(String id) {
        assertThat(shop.anyone.get("/products/" + id).complaint()).isEqualTo("id");
        assertThat(shop.admin.patch("/products/" + id, "{}").complaint()).isEqualTo("id");
        assertThat(shop.admin.get("/products/" + id + "/stock").complaint()).isEqualTo("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"sku\": \"a b\"}", "{\"sku\": \"a\\ud800\"}",
            "{\"attributes\": {\"\\ud800\": 1}}", "{\"\\ud800\": 1}", "{"})
    void refusesAnIncompleteProduct(String body) {
        assertThat(shop.admin.post("/products", body).status()).isEqualTo(400);
    }
}
