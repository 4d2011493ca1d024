package dev.ashlar.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.ServiceClient;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningAnalyticsService
class SalesIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final Instant noon = Instant.parse("2020-01-01T12:00:00Z").plus(Duration.ofDays(DAYS.incrementAndGet()));
    private final UUID product = UuidCreator.getTimeOrderedEpoch();

    @LocalServerPort
    private int port;
    private ServiceClient admin;

    @BeforeEach
    void signIn() {
        admin = ServiceClient.admin(port);
    }

    @Test
    void countsOrdersByStatus() {
        orderOf("10.00", noon).created();
        orderOf("20.00", noon).created().confirmed();
        orderOf("30.05", noon).created().confirmed();
        orderOf("40.00", noon).created().rejected();
        orderOf("50.00", noon).created().confirmed().cancelledWhen("CONFIRMED");
        orderOf("60.00", noon).created().cancelledWhen("PENDING");

        awaitSummary("""
                {"orders_created":6,"orders_confirmed":3,"orders_rejected":1,"orders_cancelled":2,\
                "revenue":50.05,"average_order_value":25.03}""");
    }

    @Test
    void countsTheSameInAnySequenceOfEvents() {
        orderOf("20.00", noon).confirmed().created();
        orderOf("30.00", noon).cancelledWhen("CONFIRMED").confirmed().created();
        orderOf("40.00", noon).cancelledWhen("PENDING");

        awaitSummary("""
                {"orders_created":3,"orders_confirmed":2,"orders_rejected":0,"orders_cancelled":2,\
                "revenue":20.00,"average_order_value":20.00}""");
    }

    @Test
    void countsADuplicateEventOnce() {
        orderOf("20.00", noon).created().confirmedWithADuplicate();
        orderOf("0.01", noon).created().confirmed();

        awaitSummary("""
                {"orders_created":2,"orders_confirmed":2,"orders_rejected":0,"orders_cancelled":0,\
                "revenue":20.01,"average_order_value":10.01}""");
    }

    @Test
    void returnsZeroIfThereAreNoOrders() {
        awaitSummary("""
                {"orders_created":0,"orders_confirmed":0,"orders_rejected":0,"orders_cancelled":0,\
                "revenue":0.00,"average_order_value":0.00}""");
    }

    @Test
    void sumsTheSalesOfEachInterval() {
        orderOf("1.00", noon.plusSeconds(10)).confirmed();
        orderOf("2.00", noon.plusSeconds(50)).confirmed();
        orderOf("4.00", noon.plusSeconds(65)).confirmed();
        orderOf("8.00", noon.plusSeconds(7_200)).confirmed();
        orderOf("16.00", noon).created();
        await().atMost(SOON)
                .until(() -> admin.get("/api/v1/analytics/summary" + day()).json().at("/orders_created").asInt() == 5);

        assertThat(admin.get("/api/v1/analytics/sales" + day() + "&granularity=minute").body()).isEqualTo("""
                {"items":[{"from":"%s","orders":2,"revenue":3.00},{"from":"%s","orders":1,"revenue":4.00},\
                {"from":"%s","orders":1,"revenue":8.00}]}""".formatted(noon, noon.plusSeconds(60),
                noon.plusSeconds(7_200)));
        assertThat(admin.get("/api/v1/analytics/sales" + day() + "&granularity=hour").body()).isEqualTo("""
                {"items":[{"from":"%s","orders":3,"revenue":7.00},{"from":"%s","orders":1,"revenue":8.00}]}"""
                .formatted(noon, noon.plusSeconds(7_200)));
        assertThat(admin.get("/api/v1/analytics/sales" + day()).body()).isEqualTo("""
                {"items":[{"from":"%s","orders":4,"revenue":15.00}]}""".formatted(noon.minus(Duration.ofHours(12))));
        assertThat(admin
                .get("/api/v1/analytics/sales?granularity=minute&from=" + noon.plusSeconds(11) + "&to="
                        + noon.plusSeconds(65))
                .body()).isEqualTo("""
                        {"items":[{"from":"%s","orders":1,"revenue":2.00}]}""".formatted(noon));
    }

    @Test
    void writesADeadLetterForAnInvalidEventAndHandlesTheNext() {
        var purchase = orderOf("20.00", noon).confirmedWithoutTotal().created();

        await().atMost(SOON)
                .until(() -> admin.get("/api/v1/analytics/summary" + day()).json().at("/orders_created").asInt() == 1);
        await().atMost(SOON).untilAsserted(
                () -> assertThat(Events.on("orders.analytics-service.dlt").ofSubject(purchase.id())).hasSize(1));
    }

    private Purchase orderOf(String price, Instant at) {
        return Purchase.of(1, product, price, at);
    }

    private void awaitSummary(String expected) {
        await().atMost(SOON).untilAsserted(
                () -> assertThat(admin.get("/api/v1/analytics/summary" + day()).body()).isEqualTo(expected));
    }

    private String day() {
        var midnight = noon.minus(Duration.ofHours(12));
        return "?from=%s&to=%s".formatted(midnight, midnight.plus(Duration.ofDays(1)));
    }
}
