package dev.ashlar.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** A stopping service serves requests for a grace period and asks clients to reconnect. */
class GracefulStopTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void closesConnectionsDuringTheGracePeriodAndThenRefusesThem() throws Exception {
        var service = (ServletWebServerApplicationContext) SpringApplication.run(SampleApplication.class,
                "--server.port=0", "--management.server.port=0", "--spring.flyway.enabled=false",
                "--ashlar.shutdown.grace=2s", "--DATABASE_URL=jdbc:postgresql://127.0.0.1:9/none",
                "--REDIS_SESSIONS_URL=redis://127.0.0.1:9", "--REDIS_CACHE_URL=redis://127.0.0.1:9",
                "--KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:9");
        var port = service.getWebServer().getPort();
        assertThat(get(port, "/health").headers().firstValue("Connection")).isEmpty();

        var stop = Thread.ofVirtual().start(service::close);

        await().untilAsserted(() -> assertThat(get(port, "/health").headers().firstValue("Connection"))
                .hasValue("close"));

        stop.join();
        assertThat(refuses(port)).isTrue();
    }

    private boolean refuses(int port) throws InterruptedException {
        try {
            get(port, "/health");
            return false;
        } catch (ConnectException refused) {
            return true;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                BodyHandlers.ofString());
    }
}
