package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.messaging.Outbox;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.FaultProxy;
import dev.ashlar.testing.WithInfrastructure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@WithInfrastructure(service = "order_service", parts = {POSTGRES, REDIS, KAFKA}, topics = "inputs")
@DirtiesContext
class KafkaAwayIT {

    private static final FaultProxy WIRE = FaultProxy.toKafkaBootstrap();

    private final UUID subject = UUID.randomUUID();

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transactions;

    @Value("${local.server.port}")
    private int port;

    @DynamicPropertySource
    static void kafkaByWire(DynamicPropertyRegistry properties) {
        WIRE.cut();
        properties.add("spring.kafka.bootstrap-servers", WIRE::url);
    }

    @Test
    void degradesTheServiceAndDelaysItsEventsOnly() {
        transactions.executeWithoutResult(_ -> outbox.append("samples", subject, new SampleTaken(subject, "early")));
        assertThat(ready().statusCode()).isEqualTo(200);
        assertThat(ready().body()).contains("\"status\":\"healthy\",\"degraded\":true",
                "\"kafka\":{\"status\":\"down\"");

        WIRE.mend();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Events.on("samples").ofSubject(subject)).hasSize(1));
        await().untilAsserted(() -> assertThat(ready().body()).contains("\"degraded\":false"));
    }

    private HttpResponse<String> ready() {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready")).build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
