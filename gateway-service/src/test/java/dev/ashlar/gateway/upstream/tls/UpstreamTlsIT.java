package dev.ashlar.gateway.upstream.tls;

import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.ashlar.gateway.tls.TestCertificate;
import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.WithInfrastructure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An origin that requires a client certificate, behind upstreams with and without the right files. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@WithInfrastructure(parts = REDIS)
class UpstreamTlsIT {

    @TempDir
    private static Path folder;

    private static HttpsServer origin;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) throws IOException {
        var server = TestCertificate.writtenTo(folder.resolve("server"));
        var client = TestCertificate.writtenTo(folder.resolve("client"));
        origin = start(server, client);
        var file = Files.writeString(folder.resolve("routes.yml"), """
                upstreams:
                  - { name: mutual, instances: [ %1$s ], health: { path: /health, interval: 1s }, tls: { trust: %2$s, certificate: %3$s, key: %4$s } }
                  - { name: anonymous, instances: [ %1$s ], tls: { trust: %2$s } }
                  - { name: distrustful, instances: [ %1$s ] }
                routes:
                  - { id: mutual, match: { path: /mutual }, upstream: mutual, session: none }
                  - { id: anonymous, match: { path: /anonymous }, upstream: anonymous, session: none }
                  - { id: distrustful, match: { path: /distrustful }, upstream: distrustful, session: none }
                """.formatted("{ address: \"https://127.0.0.1:%d\" }".formatted(origin.getAddress().getPort()),
                server.certificate(), client.certificate(), client.privateKey()));
        properties.add("GATEWAY_EXTRA_ROUTES", file::toString);
    }

    @AfterAll
    static void stop() {
        origin.stop(0);
    }

    private static HttpsServer start(TestCertificate own, TestCertificate trusted) throws IOException {
        var context = context(own, trusted);
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters needed = context.getDefaultSSLParameters();
                needed.setNeedClientAuth(true);
                parameters.setSSLParameters(needed);
            }
        });
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 6);
            exchange.getResponseBody().write("secret".getBytes());
            exchange.close();
        });
        server.start();
        return server;
    }

    private static SSLContext context(TestCertificate own, TestCertificate trusted) {
        return SslBundle.of(new PemSslStoreBundle(
                PemSslStoreDetails.forCertificate(own.certificate().toUri().toString())
                        .withPrivateKey(own.privateKey().toUri().toString()),
                PemSslStoreDetails.forCertificate(trusted.certificate().toUri().toString()))).createSslContext();
    }

    @Test
    void presentsItsCertificateToAnOriginThatItTrusts() {
        var response = new RawHttp(port).send("GET /mutual");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("secret");
    }

    @Test
    void doesNotReachTheOriginWithoutACertificate() {
        assertThat(new RawHttp(port).send("GET /anonymous").status()).isIn(502, 503);
    }

    @Test
    void sendsNothingToAnOriginThatItDoesNotTrust() {
        new RawHttp(port).send("GET /distrustful").isProblem(503);
    }
}
