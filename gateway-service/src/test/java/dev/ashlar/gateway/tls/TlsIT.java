package dev.ashlar.gateway.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.gateway.GatewayTest;
import dev.ashlar.testing.RawHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocket;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@DirtiesContext
@TestPropertySource(properties = {"TLS_CERTIFICATE=target/tls/certificate.pem", "TLS_PRIVATE_KEY=target/tls/key.pem",
        "TLS_PORT=0", "TLS_PUBLIC_PORT=443", "SERVER_PORT=0", "SERVER_HEAD_TIMEOUT=4s"})
class TlsIT {

    private static final Path FOLDER = Path.of("target/tls");

    /** Exists before the gateway starts. */
    private static TestCertificate certificate = TestCertificate.writtenTo(FOLDER);

    @LocalServerPort
    int port;

    @Autowired
    ServletWebServerApplicationContext gateway;

    @Test
    void negotiatesHttp2() throws Exception {
        var response = get(HttpClient.Version.HTTP_2, "/api/v1/products");

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
    }

    @Test
    void servesHttp1() throws Exception {
        var response = get(HttpClient.Version.HTTP_1_1, "/api/v1/products");

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void keepsAnHttp2ConnectionBeyondTheTimeoutOfAHead() throws Exception {
        try (var client = client(HttpClient.Version.HTTP_2)) {
            get(client, "/health");
            await().pollDelay(Duration.ofSeconds(5)).until(() -> true);

            assertThat(get(client, "/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void sendsHstsWithTlsOnly() throws Exception {
        assertThat(get(HttpClient.Version.HTTP_2, "/health").headers().allValues("Strict-Transport-Security"))
                .containsExactly("max-age=31536000; includeSubDomains");
        assertThat(new RawHttp(plainPort()).send("GET /health").header("Strict-Transport-Security")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void supportsBothVersionsOfTls(String version) throws Exception {
        try (var socket = connect(certificate)) {
            socket.setEnabledProtocols(new String[]{version});
            socket.startHandshake();

            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @Test
    void redirectsRequestsWithoutTls() {
        var response = new RawHttp(plainPort()).send("GET /api/v1/products?q=a%20b");

        assertThat(response.status()).isEqualTo(308);
        assertThat(response.header("Location")).containsExactly("https://127.0.0.1/api/v1/products?q=a%20b");
        assertThat(response.header("Cache-Control")).containsExactly("private, no-store");
    }

    @Test
    void servesHealthWithoutTls() {
        assertThat(new RawHttp(plainPort()).send("GET /health").status()).isEqualTo(200);
        assertThat(new RawHttp(plainPort()).send("GET /health/ready").status()).isEqualTo(200);
    }

    @Test
    void closesAConnectionWithoutAHandshake() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void loadsAChangedCertificate() throws Exception {
        certificate = TestCertificate.writtenTo(FOLDER);

        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
            try (var socket = connect(certificate)) {
                socket.startHandshake();
                assertThat(socket.getSession().getPeerCertificates()[0]).isEqualTo(certificate.issued());
            }
        });
    }

    private SSLSocket connect(TestCertificate trusted) throws GeneralSecurityException, IOException {
        return (SSLSocket) TestCertificate.trusting(trusted).getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), port);
    }

    private HttpResponse<String> get(HttpClient.Version version, String path) throws Exception {
        try (var client = client(version)) {
            return get(client, path);
        }
    }

    private HttpResponse<String> get(HttpClient client, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path)).build(),
                BodyHandlers.ofString());
    }

    private static HttpClient client(HttpClient.Version version) throws Exception {
        return HttpClient.newBuilder().version(version).sslContext(TestCertificate.trusting(certificate)).build();
    }

    private int plainPort() {
        var server = (TomcatWebServer) gateway.getWebServer();
        return Stream.of(server.getTomcat().getService().findConnectors()).map(Connector::getLocalPort)
                .filter(one -> one != port).findFirst().orElseThrow();
    }
}
