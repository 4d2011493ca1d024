package dev.ashlar.gateway.cache.products;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.gateway.FakeServices;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.WithInfrastructure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@WithInfrastructure(parts = {REDIS, KAFKA}, topics = "products")
@Import(FakeServices.class)
class ProductFeedIT {

    private static final String ID = "019a0000-0000-7000-8000-000000000001";
    private static final String PATH = "/api/v1/products/" + ID;

    @LocalServerPort
    int port;

    @Autowired
    FakeServices services;

    @Test
    void showsAChangedProductWithinASecond() {
        var requests = new AtomicInteger();
        services.named("inventory").at(PATH, exchange -> {
            var headers = exchange.getResponseHeaders();
            headers.set("Cache-Control", "public, max-age=30, must-revalidate");
            headers.set("CDN-Cache-Control", "max-age=300, stale-while-revalidate=60, stale-if-error=600");
            headers.set("Surrogate-Key", "product-" + ID);
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        await().untilAsserted(() -> assertThat(ServiceClient.of(port).get("/health/ready").body())
                .contains("\"kafka\":{\"status\":\"up\""));
        get();
        get();
        assertThat(requests).hasValue(1);

        Events.publish(new ProducerRecord<>("products", ID.getBytes(), "{}".getBytes()));

        await().atMost(Duration.ofSeconds(1)).untilAsserted(() -> {
            get();
            assertThat(requests).hasValue(2);
        });
    }

    private void get() {
        assertThat(ServiceClient.of(port).get(PATH).status()).isEqualTo(200);
    }
}
