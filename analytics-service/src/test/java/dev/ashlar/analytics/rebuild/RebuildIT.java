package dev.ashlar.analytics.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.analytics.Purchase;
import dev.ashlar.analytics.RunningAnalyticsService;
import dev.ashlar.testing.ServiceClient;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningAnalyticsService
class RebuildIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PATH = "/api/v1/analytics/rebuild";
    private static final String SUMMARY = "/api/v1/analytics/summary?from=2017-03-01T00:00:00Z&to=2017-03-02T00:00:00Z";
    private static final Instant DAY = Instant.parse("2017-03-01T12:00:00Z");
    private static final Instant BUSY_DAY = Instant.parse("2017-03-20T12:00:00Z");
    private static final String BUSY = "/api/v1/analytics/summary?from=2017-03-20T00:00:00Z&to=2017-03-21T00:00:00Z";
    private static final Instant OTHER_DAY = Instant.parse("2017-03-10T12:00:00Z");

    private final UUID product = UuidCreator.getTimeOrderedEpoch();

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;
    private ServiceClient admin;

    @BeforeEach
    void signIn() {
        admin = ServiceClient.admin(port);
    }

    @Test
    void yieldsTheSameFiguresToTheCent() {
        Purchase.of(2, product, "19.99", DAY).created().confirmed();
        Purchase.of(1, product, "5.01", DAY).created().confirmed().cancelledWhen("CONFIRMED");
        Purchase.of(1, product, "7.00", DAY).created().rejected();
        Purchase.of(1, product, "1.00", DAY).created().confirmedWithoutTotal();
        await().atMost(SOON).until(() -> admin.get(SUMMARY).body().contains("\"orders_created\":4"));
        await().atMost(SOON).until(() -> admin.get(SUMMARY).body().contains("39.98"));
        await().atMost(SOON).until(() -> admin.get(SUMMARY).body().contains("\"orders_rejected\":1"));
        var before = admin.get(SUMMARY).body();
        damageTheFigures();
        assertThat(admin.get(SUMMARY).body()).isNotEqualTo(before);

        rebuild("{}");

        assertThat(admin.get(SUMMARY).body()).isEqualTo(before);
        var active = jdbc.sql("SELECT active FROM figures_version").query(String.class).single();
        rebuild("");
        assertThat(admin.get(SUMMARY).body()).isEqualTo(before);
        assertThat(jdbc.sql("SELECT active FROM figures_version").query(String.class).single()).isNotEqualTo(active);
        assertThat(quantitySold()).isEqualTo(2);
    }

    @Test
    void countsLaterEventsInTheNewFigures() {
        var order = Purchase.of(3, product, "1.00", OTHER_DAY).created();
        await().atMost(SOON).until(() -> isCounted(order));

        rebuild("{}");
        order.confirmed();

        await().atMost(SOON).until(() -> quantitySold() == 3);
    }

    @Test
    void losesAndDoublesNoOrderThatIsPlacedMeanwhile() {
        var orders = 300;
        var shoppers = Thread.ofVirtual().start(() -> IntStream.range(0, orders)
                .forEach(_ -> Purchase.of(1, product, "0.01", BUSY_DAY).created().confirmed()));
        do {
            rebuild("{}");
        } while (shoppers.isAlive());

        await().atMost(SOON).until(() -> admin.get(BUSY).json().path("orders_confirmed").asInt() >= orders);
        var figures = admin.get(BUSY).json();
        assertThat(figures.path("orders_created").asInt()).isEqualTo(orders);
        assertThat(figures.path("orders_confirmed").asInt()).isEqualTo(orders);
        assertThat(figures.path("revenue").decimalValue()).isEqualByComparingTo("3.00");
        assertThat(quantitySold()).isEqualTo(orders);
    }

    @Test
    void leavesOrdersOutThatWerePlacedBeforeItsBeginning() {
        var old = Purchase.of(1, product, "1.00", OTHER_DAY).created();
        var young = Purchase.of(1, product, "1.00", Instant.parse("2017-05-01T00:00:00Z")).created();
        await().atMost(SOON).until(() -> isCounted(old) && isCounted(young));

        rebuild("{\"from\":\"2017-04-01T00:00:00Z\"}");

        assertThat(isCounted(old)).isFalse();
        assertThat(isCounted(young)).isTrue();
        rebuild("{}");
        assertThat(isCounted(old)).isTrue();
    }

    @Test
    void isForAdminsOnly() {
        ServiceClient.of(port).get(PATH).is(401);
        ServiceClient.shopper(port).get(PATH).is(403);
        ServiceClient.shopper(port).post(PATH, "{}").is(403);
        admin.post(PATH, "{\"from\":\"yesterday\"}").is(400);
        admin.post(PATH, "{\"to\":null}").is(400);
    }

    private void rebuild(String body) {
        await().atMost(SOON).until(() -> !admin.get(PATH).text("state").equals("running"));
        var response = body.isEmpty() ? admin.send("POST", PATH) : admin.post(PATH, body);
        assertThat(response.is(202).body()).isEmpty();
        await().atMost(SOON).until(() -> admin.get(PATH).text("state").equals("done"));
        var ended = admin.get(PATH).json();
        assertThat(ended.path("processed").asLong()).isEqualTo(ended.path("total").asLong());
    }

    private boolean isCounted(Purchase order) {
        return admin.get("/api/v1/analytics/steps?order_id=" + order.id()).items("step").count() == 1;
    }

    private void damageTheFigures() {
        for (var table : new String[]{"order_figures", "order_figures_b"}) {
            jdbc.sql("UPDATE " + table + " SET revenue = revenue + 1").update();
        }
    }

    private long quantitySold() {
        return jdbc.sql("""
                SELECT quantity FROM figures_version v, (SELECT 'a' AS version, product_id, quantity FROM product_figures
                    UNION ALL SELECT 'b', product_id, quantity FROM product_figures_b) f
                WHERE f.version = v.active AND product_id = ?""").param(product).query(Long.class).optional()
                .orElse(0L);
    }
}
