package dev.ashlar.inventory.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.inventory.InventoryServiceTest;
import dev.ashlar.inventory.Shop;
import dev.ashlar.testing.EventSchemas;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

@InventoryServiceTest
@ActiveProfiles("demo")
class DemoProductsIT {

    private static final UUID DESK_LAMP = UUID.fromString("019b7db8-7801-71a7-82c9-9e3779b97f4b");

    private final Shop shop;
    private final DemoProducts demo;
    private final JdbcClient jdbc;

    DemoProductsIT(@LocalServerPort int port, DemoProducts demo, JdbcClient jdbc) {
        this.shop = new Shop(port);
        this.demo = demo;
        this.jdbc = jdbc;
    }

    @Test
    void fillsTheShelves() {
        assertThat(demoProducts()).isGreaterThanOrEqualTo(50);
        assertThat(shop.product(DESK_LAMP).text("in_stock")).isEqualTo("true");
        assertThat(shop.stockOf(DESK_LAMP)).isEqualTo("240+0");
        await().untilAsserted(() -> assertThat(Shop.eventsOf(DESK_LAMP)).hasSize(2)
                .allSatisfy(event -> EventSchemas.assertValid(event.type(), event.data())));
    }

    @Test
    void addsNothingTheSecondTime() throws IOException {
        var before = demoProducts();
        demo.run(new DefaultApplicationArguments());
        assertThat(demoProducts()).isEqualTo(before);
        assertThat(shop.stockOf(DESK_LAMP)).isEqualTo("240+0");
    }

    private int demoProducts() {
        return jdbc.sql("SELECT count(*) FROM products WHERE sku NOT LIKE 'TEST-%'").query(Integer.class).single();
    }
}
