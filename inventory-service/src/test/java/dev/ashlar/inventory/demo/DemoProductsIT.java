package dev.ashlar.inventory.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.inventory.InventoryApi;
import dev.ashlar.inventory.RunningInventoryService;
import dev.ashlar.testing.EventSchemas;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@RunningInventoryService
@ActiveProfiles("demo")
class DemoProductsIT {

    private static final UUID DESK_LAMP = UUID.fromString("019b7db8-7801-71a7-82c9-9e3779b97f4b");

    private final InventoryApi api;
    private final DemoProducts demo;
    private final JdbcClient jdbc;

    DemoProductsIT(@LocalServerPort int port, DemoProducts demo, JdbcClient jdbc) {
        this.api = new InventoryApi(port);
        this.demo = demo;
        this.jdbc = jdbc;
    }

    @Test
    void addsDemoProductsWithStock() {
        assertThat(demoProducts()).isGreaterThanOrEqualTo(50);
        assertThat(api.product(DESK_LAMP).text("in_stock")).isEqualTo("true");
        assertThat(api.stockOf(DESK_LAMP)).isEqualTo("240+0");
        await().untilAsserted(() -> assertThat(InventoryApi.eventsOf(DESK_LAMP)).hasSize(2)
                .allSatisfy(event -> EventSchemas.assertValid(event.type(), event.data())));
    }

    @Test
    void addsNothingAtTheSecondStart() throws IOException {
        var before = demoProducts();
        demo.run(new DefaultApplicationArguments());
        assertThat(demoProducts()).isEqualTo(before);
        assertThat(api.stockOf(DESK_LAMP)).isEqualTo("240+0");
    }

    private int demoProducts() {
        return jdbc.sql("SELECT count(*) FROM products WHERE sku NOT LIKE 'TEST-%'").query(Integer.class).single();
    }
}
