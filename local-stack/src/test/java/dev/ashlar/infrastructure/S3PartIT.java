package dev.ashlar.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests of platform-pictures show that the server accepts its account. */
class S3PartIT {

    @TempDir
    static Path home;

    static S3Part part;
    static Process process;

    @BeforeAll
    static void start() throws Exception {
        part = new S3Part(home.resolve("s3"), Ports.free().s3(), new InfrastructureSecrets("superuser", "clients"));
        part.prepare();
        var log = home.resolve("s3.log");
        process = part.start(log);
        EmbeddedInfrastructure.awaitReady(part, process, log);
    }

    @AfterAll
    static void stop() {
        part.stopSignal().stop(process.toHandle(), Duration.ofSeconds(10));
    }

    @Test
    void refusesRequestsWithoutASignature() throws Exception {
        assertThat(get("/ashlar").statusCode()).isEqualTo(403);
    }

    @Test
    void hasTheBucket() {
        assertThat(home.resolve("s3/objects/ashlar")).isDirectory();
    }

    @Test
    void keepsItsObjectsWhenItIsPreparedAgain() throws Exception {
        var object = Files.writeString(home.resolve("s3/objects/ashlar/kept.txt"), "kept");

        part.prepare();

        assertThat(object).hasContent("kept");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + part.port() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
