package dev.ashlar.inventory.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.inventory.InventoryApi;
import dev.ashlar.inventory.RunningInventoryService;
import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.ServiceClient;
import java.io.IOException;
import java.time.Duration;
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

    /** The pictures take some seconds of CPU time. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private final int port;
    private final InventoryApi api;
    private final DemoProducts demo;
    private final JdbcClient jdbc;

    DemoProductsIT(@LocalServerPort int port, DemoProducts demo, JdbcClient jdbc) {
        this.port = port;
        this.api = new InventoryApi(port);
        this.demo = demo;
        this.jdbc = jdbc;
    }

    @Test
    void addsDemoProductsWithStock() {
        assertThat(demoProducts()).isGreaterThanOrEqualTo(50);
        assertThat(api.product(DESK_LAMP).text("in_stock")).isEqualTo("true");
        assertThat(api.stockOf(DESK_LAMP)).isEqualTo("240+0");
        await().atMost(LONG).untilAsserted(() -> assertThat(InventoryApi.eventsOf(DESK_LAMP)).hasSize(3)
                .allSatisfy(event -> EventSchemas.assertValid(event.type(), event.data())));
    }

    @Test
    void drawsAPictureOfEachProduct() {
        await().atMost(LONG).untilAsserted(() -> assertThat(
                jdbc.sql("SELECT count(*) FROM products WHERE sku NOT LIKE 'TEST-%' AND image_url IS NULL")
                        .query(Integer.class).single())
                .isZero());

        var image = ServiceClient.of(port).send("HEAD", api.product(DESK_LAMP).text("image_url")).is(200);
        assertThat(image.header("Content-Type")).isEqualTo("image/png");
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
