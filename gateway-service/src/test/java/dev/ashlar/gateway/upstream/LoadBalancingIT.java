package dev.ashlar.gateway.upstream;

import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.gateway.FakeService;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.WithInfrastructure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@WithInfrastructure(parts = REDIS)
class LoadBalancingIT {

    @TempDir
    private static Path folder;

    @LocalServerPort
    private int port;

    private final FakeService first = new FakeService("first");
    private final FakeService second = new FakeService("second");

    @DynamicPropertySource
    static void configureTheInstanceFile(DynamicPropertyRegistry properties) {
        write();
        properties.add("UPSTREAMS_FILE", () -> file().toString());
    }

    @BeforeEach
    void startBoth() {
        write(first, second);
        await().untilAsserted(() -> assertThat(responses(4)).containsExactlyInAnyOrder("first", "first", "second",
                "second"));
    }

    @AfterEach
    void stopBoth() {
        first.stop();
        second.stop();
    }

    @Test
    void sendsRequestsToInstancesInTurn() {
        assertThat(responses(5)).isIn(List.of("first", "second", "first", "second", "first"),
                List.of("second", "first", "second", "first", "second"));
    }

    @Test
    void retriesAnyRequestOnTheNextInstanceIfOneIsDown() {
        second.stop();
        responses(4); // GET requests find the closed connections of the pool, because GET can be retried

        var statuses = IntStream.range(0, 6)
                .map(_ -> ServiceClient.of(port).post("/api/v1/users", "{\"name\":\"Ada\"}").status());

        assertThat(statuses).hasSize(6).containsOnly(200);
        assertThat(first.lastRequest().body()).asString().isEqualTo("{\"name\":\"Ada\"}");
    }

    @Test
    void sendsNoRequestToARemovedInstance() {
        write(first);

        await().untilAsserted(() -> assertThat(responses(4)).containsOnly("first"));
    }

    @Test
    void respondsWith503IfNoInstanceIsLeft() {
        write();

        await().untilAsserted(
                () -> assertThat(ServiceClient.of(port).get("/.well-known/jwks.json").status()).isEqualTo(503));
    }

    @Test
    void keepsTheInstancesIfTheFileIsDeleted() throws IOException {
        Files.delete(file());

        await().during(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(responses(4)).contains("first", "second"));
    }

    private List<String> responses(int count) {
        return IntStream.range(0, count).mapToObj(_ -> ServiceClient.of(port).get("/.well-known/jwks.json").body())
                .toList();
    }

    private static void write(FakeService... running) {
        var urls = Stream.of(running).map(service -> "\"" + service.url() + "\"").collect(Collectors.joining(","));
        try {
            Files.writeString(file(), "{\"user-service\":[" + urls + "]}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file() {
        return folder.resolve("upstreams.json");
    }
}
