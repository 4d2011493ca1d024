package dev.ashlar.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.inventory.InventoryApi;
import dev.ashlar.inventory.RunningInventoryService;
import dev.ashlar.testing.TestEvent;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RunningInventoryService
class StockIT {

    private final InventoryApi api;
    private final JdbcClient jdbc;
    private final Stock stock;
    private final TransactionTemplate transactions;

    StockIT(@LocalServerPort int port, JdbcClient jdbc, Stock stock, TransactionTemplate transactions) {
        this.api = new InventoryApi(port);
        this.jdbc = jdbc;
        this.stock = stock;
        this.transactions = transactions;
    }

    @Test
    void startsWithoutStock() {
        assertThat(api.stockOf(api.newProduct().id())).isEqualTo("0+0");
    }

    @Test
    void addsAndRemovesPieces() {
        var product = api.newProduct().id();
        var adjusted = api.adjust(product, 10);
        assertThat(adjusted.status()).isEqualTo(201);
        assertThat(adjusted.json().toString()).isEqualTo("{\"available\":10,\"reserved\":0}");
        api.adjust(product, -3);
        assertThat(api.stockOf(product)).isEqualTo("7+0");
    }

    @Test
    void recordsEachAdjustment() {
        var product = api.productWithStock(10);
        api.adjust(product, -3);
        api.adjust(product, -100);
        assertThat(jdbc.sql("SELECT delta FROM stock_adjustments WHERE product_id = ? ORDER BY adjusted_at")
                .param(product).query(Integer.class).list()).containsExactly(10, -3);
    }

    @Test
    void refusesAStockBelowZeroOrAboveTheMaximum() {
        var product = api.productWithStock(10);
        var refused = api.adjust(product, -11);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).isEqualTo("The stock would be less than zero or above its maximum.");
        assertThat(refused.text("request_id")).isEqualTo(refused.header("X-Request-Id"));
        assertThat(api.stockOf(product)).isEqualTo("10+0");
        jdbc.sql("UPDATE stock SET available = ? WHERE product_id = ?").param(Stock.MAX_PIECES).param(product).update();
        assertThat(api.adjust(product, 1).status()).isEqualTo(409);
    }

    @Test
    void changesTheProductWhenItSellsOutAndReturns() {
        var product = api.newProduct().id();
        api.adjust(product, 2);
        assertThat(api.product(product).text("in_stock")).isEqualTo("true");
        assertThat(api.product(product).header("ETag")).isEqualTo("\"2\"");
        api.adjust(product, 5);
        assertThat(api.product(product).header("ETag")).isEqualTo("\"2\"");
        api.adjust(product, -7);
        assertThat(api.product(product).text("in_stock")).isEqualTo("false");
        await().untilAsserted(
                () -> assertThat(InventoryApi.eventsOf(product)).extracting(TestEvent::data).satisfiesExactly(
                        data -> assertThat(data).contains("\"in_stock\":false", "\"product_version\":1"),
                        data -> assertThat(data).contains("\"in_stock\":true", "\"product_version\":2"),
                        data -> assertThat(data).contains("\"in_stock\":false", "\"product_version\":3")));
    }

    @Test
    void waitsForAConcurrentReservationOfTheLastPieces() throws Exception {
        var product = api.productWithStock(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var adjusted = transactions.execute(_ -> {
                stock.reserve(List.of(new StockLine(product, 2)));
                var adjustment = threads.submit(() -> api.adjust(product, 5));
                await().until(this::anAdjustmentWaitsForALock);
                return adjustment;
            });
            assertThat(adjusted.get().status()).isEqualTo(201);
        }
        assertThat(api.stockOf(product)).isEqualTo("5+2");
        assertThat(api.product(product).text("in_stock")).isEqualTo("true");
    }

    private boolean anAdjustmentWaitsForALock() {
        return jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE ?")
                .param("INSERT INTO stock %").query(Integer.class).single() == 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"delta\": 0, \"reason\": \"x\"}", "{\"delta\": 1}",
            "{\"delta\": 1, \"reason\": \" \"}", "{\"delta\": 1.0, \"reason\": \"x\"}",
            "{\"delta\": \"1\", \"reason\": \"x\"}", "{\"delta\": 1000001, \"reason\": \"x\"}",
            "{\"delta\": 99999999999, \"reason\": \"x\"}", "{\"delta\": 1, \"reason\": \"a\\u0000\"}",
            "{\"delta\": 1, \"reason\": \"a\\ud800\"}", "{\"delta\": 1, \"reason\": \"a\\u2028\"}"})
    void refusesAMalformedAdjustment(String body) {
        var path = "/products/" + api.newProduct().id() + "/stock-adjustments";
        assertThat(api.admin.post(path, body, "Idempotency-Key", "malformed").status()).isEqualTo(400);
    }

    @Test
    void refusesAllButAdmins() {
        var path = "/products/" + api.newProduct().id() + "/stock";
        assertThat(api.anyone.get(path).status()).isEqualTo(401);
        assertThat(api.shopper.get(path).status()).isEqualTo(403);
        assertThat(api.anyone.post(path + "-adjustments", "{}").status()).isEqualTo(401);
        assertThat(api.shopper.post(path + "-adjustments", "{}").status()).isEqualTo(403);
    }

    @Test
    void refusesAnUnknownProduct() {
        assertThat(api.admin.get("/products/" + UUID.randomUUID() + "/stock").status()).isEqualTo(404);
        assertThat(api.adjust(UUID.randomUUID(), 1).status()).isEqualTo(404);
    }
}
