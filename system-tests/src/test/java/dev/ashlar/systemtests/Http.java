package dev.ashlar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.OpenApiResponses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one HTTP client of the system tests. Every test fails if a response has status 500, 502 or 504, or if {@code openapi.yaml}
 * does not describe the response.
 */
public final class Http {

    public static final String HOST = "127.0.0.1";
    /** The API of the mail server, which {@code openapi.yaml} does not describe. */
    public static final int MAIL_PORT = 23_080;
    private static final Map<String, HttpClient> CLIENTS = new ConcurrentHashMap<>();

    private Http() {}

    /** @param port without the stack's offset */
    public static URI uri(int port, String path) {
        return URI.create("http://" + HOST + ":" + (port + Ashlar.PORT_OFFSET) + path);
    }

    public static Response get(URI uri) {
        return send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(), HOST);
    }

    /**
     * @param source address that the request comes from. Each one has its own rate limits. Only Linux has more than one loopback
     *     address; elsewhere requests come from 127.0.0.1.
     */
    public static Response send(HttpRequest request, String source) {
        var response = sendDuringFault(request, source);
        assertThat(response.status()).as("%s %s: %s", request.method(), request.uri(), response.raw().body())
                .isNotIn(502, 504);
        return response;
    }

    /** Allows 502 and 504, which the gateway returns while the test kills or freezes the service behind it. */
    static Response sendDuringFault(HttpRequest request, String source) {
        try {
            var response = new Response(CLIENTS.computeIfAbsent(source, Http::client).send(request,
                    BodyHandlers.ofString()));
            assertThat(response.status()).as("%s %s: %s", request.method(), request.uri(), response.raw().body())
                    .isNotEqualTo(500);
            if (request.uri().getPort() != MAIL_PORT + Ashlar.PORT_OFFSET) {
                OpenApiResponses.assertDescribed(request.method(), request.uri().getRawPath(), response.status(),
                        response.raw().headers().map(), response.raw().body());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpClient client(String source) {
        var client = HttpClient.newBuilder().version(Version.HTTP_1_1);
        try (var probe = new ServerSocket(0, 1, InetAddress.ofLiteral(source))) {
            return client.localAddress(probe.getInetAddress()).build();
        } catch (IOException _) {
            return client.build();
        }
    }
}
