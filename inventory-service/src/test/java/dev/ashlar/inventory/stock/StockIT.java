package dev.ashlar.inventory.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.inventory.InventoryServiceTest;
import dev.ashlar.inventory.Shop;
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

@InventoryServiceTest
class StockIT {

    private final Shop shop;
    private final JdbcClient jdbc;
    private final Stock stock;
    private final TransactionTemplate transactions;

    StockIT(@LocalServerPort int port, JdbcClient jdbc, Stock stock, TransactionTemplate transactions) {
        this.shop = new Shop(port);
        this.jdbc = jdbc;
        this.stock = stock;
        this.transactions = transactions;
    }

    @Test
    void startsWithNothing() {
        assertThat(shop.stockOf(shop.newProduct().id())).isEqualTo("0+0");
    }

    @Test
    void adjusts() {
        var product = shop.newProduct().id();
        var adjusted = shop.adjust(product, 10);
        assertThat(adjusted.status()).isEqualTo(201);
        assertThat(adjusted.body().toString()).isEqualTo("{\"available\":10,\"reserved\":0}");
        shop.adjust(product, -3);
        assertThat(shop.stockOf(product)).isEqualTo("7+0");
    }

    @Test
    void recordsEachAdjustment() {
        var product = shop.productWithStock(10);
        shop.adjust(product, -3);
        shop.adjust(product, -100);
        assertThat(jdbc.sql("SELECT delta FROM stock_adjustments WHERE product_id = ? ORDER BY adjusted_at")
                .param(product).query(Integer.class).list()).containsExactly(10, -3);
    }

    @Test
    void staysAboveZeroAndBelowTheMost() {
        var product = shop.productWithStock(10);
        assertThat(shop.adjust(product, -11).status()).isEqualTo(409);
        jdbc.sql("UPDATE stock SET available = ? WHERE product_id = ?").param(Stock.MOST).param(product).update();
        assertThat(shop.adjust(product, 1).status()).isEqualTo(409);
    }

    @Test
    void showsInTheCatalogueWhenAProductSellsOutAndReturns() {
        var product = shop.newProduct().id();
        shop.adjust(product, 2);
        assertThat(shop.product(product).text("in_stock")).isEqualTo("true");
        assertThat(shop.product(product).header("ETag")).isEqualTo("\"2\"");
        shop.adjust(product, 5);
        assertThat(shop.product(product).header("ETag")).isEqualTo("\"2\"");
        shop.adjust(product, -7);
        assertThat(shop.product(product).text("in_stock")).isEqualTo("false");
        await().untilAsserted(() -> assertThat(Shop.eventsOf(product)).extracting(TestEvent::data).satisfiesExactly(
                data -> assertThat(data).contains("\"in_stock\":false", "\"product_version\":1"),
                data -> assertThat(data).contains("\"in_stock\":true", "\"product_version\":2"),
                data -> assertThat(data).contains("\"in_stock\":false", "\"product_version\":3")));
    }

    @Test
    void waitsForAnOrderThatTakesTheLastOnes() throws Exception {
        var product = shop.productWithStock(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var adjusted = transactions.execute(_ -> {
                stock.reserve(List.of(new Line(product, 2)));
                var adjustment = threads.submit(() -> shop.adjust(product, 5));
                await().until(this::somebodyWaitsForStock);
                return adjustment;
            });
            assertThat(adjusted.get().status()).isEqualTo(201);
        }
        assertThat(shop.stockOf(product)).isEqualTo("5+2");
        assertThat(shop.product(product).text("in_stock")).isEqualTo("true");
    }

    private boolean somebodyWaitsForStock() {
        return jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE ?")
                .param("INSERT INTO stock %").query(Integer.class).single() == 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"delta\": 0, \"reason\": \"x\"}", "{\"delta\": 1}",
            "{\"delta\": 1, \"reason\": \" \"}", "{\"delta\": 1.0, \"reason\": \"x\"}",
            "{\"delta\": \"1\", \"reason\": \"x\"}", "{\"delta\": 1000001, \"reason\": \"x\"}",
            "{\"delta\": 99999999999, \"reason\": \"x\"}", "{\"delta\": 1, \"reason\": \"a\\u0000\"}",
            "{\"delta\": 1, \"reason\": \"a\\ud800\"}", "{\"delta\": 1, \"reason\": \"a\\u2028\"}"})
    void refusesWhatIsNoAdjustment(String body) {
        var path = "/products/" + shop.newProduct().id() + "/stock-adjustments";
        assertThat(shop.admin.post(path, body, "Idempotency-Key", "nonsense").status()).isEqualTo(400);
    }

    @Test
    void isTheAdminsBusiness() {
        var path = "/products/" + shop.newProduct().id() + "/stock";
        assertThat(shop.anyone.get(path).status()).isEqualTo(401);
        assertThat(shop.shopper.get(path).status()).isEqualTo(403);
        assertThat(shop.anyone.post(path + "-adjustments", "{}").status()).isEqualTo(401);
        assertThat(shop.shopper.post(path + "-adjustments", "{}").status()).isEqualTo(403);
    }

    @Test
    void knowsNoStockOfUnknownProducts() {
        assertThat(shop.admin.get("/products/" + UUID.randomUUID() + "/stock").status()).isEqualTo(404);
        assertThat(shop.adjust(UUID.randomUUID(), 1).status()).isEqualTo(404);
    }
}
