package dev.ashlar.analytics;

import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** This code starts on the database that the previous release left, and serves the rows in it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "ANALYTICS_FACT_RETENTION=36500d", "ashlar.database-role=analytics_service_upgraded",
        "spring.kafka.bootstrap-servers=127.0.0.1:1"})
@WithInfrastructure(service = "analytics_service_upgraded", parts = {POSTGRES,
        REDIS}, restore = "previous-release/analytics_service.sql")
@DirtiesContext
class PreviousReleaseIT {

    @LocalServerPort
    private int port;

    @Test
    void countsTheOrders() {
        var summary = ServiceClient.admin(port).get("/api/v1/analytics/summary").is(200).json();

        assertThat(summary.path("orders_created").asInt()).isEqualTo(3);
        assertThat(summary.path("orders_confirmed").asInt()).isEqualTo(2);
        assertThat(summary.path("orders_rejected").asInt()).isEqualTo(1);
        assertThat(summary.path("orders_cancelled").asInt()).isEqualTo(1);
        assertThat(summary.path("revenue").decimalValue()).isEqualByComparingTo("99.98");
    }
}
