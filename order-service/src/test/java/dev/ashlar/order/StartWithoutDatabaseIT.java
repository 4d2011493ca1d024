package dev.ashlar.order;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.FaultProxy;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** While the service starts, the database accepts connections but does not respond. Its schema exists already. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@WithInfrastructure(service = "order_service", parts = {POSTGRES, REDIS, KAFKA}, topics = {"inventory", "products"})
@DirtiesContext
class StartWithoutDatabaseIT {

    private static final FaultProxy DATABASE = FaultProxy.toPostgres();

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void databaseByWire(DynamicPropertyRegistry properties) {
        DATABASE.hang();
        properties.add("spring.datasource.url", DATABASE::url);
        properties.add("spring.flyway.url", DATABASE::store);
    }

    @Test
    void isAliveAtOnceAndReadyWhenTheDatabaseResponds() {
        assertThat(status("/health")).isEqualTo(200);
        assertThat(status("/health/ready")).isEqualTo(503);

        DATABASE.mend();

        await().untilAsserted(() -> assertThat(status("/health/ready")).isEqualTo(200));
    }

    private int status(String path) {
        return ServiceClient.of(port).get(path).status();
    }
}
