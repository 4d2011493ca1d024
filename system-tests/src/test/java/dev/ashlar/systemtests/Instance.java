package dev.ashlar.systemtests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One instance of a service, asked on its own port, past the gateway. */
record Instance(int port) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int PER_INSTANCE = 10_000;

    /** @param number from 1 */
    static Instance ofOrderService(int number) {
        return new Instance(8082 + (number - 1) * PER_INSTANCE + Ashlar.PORT_OFFSET);
    }

    /** @return 0 if nothing answers */
    int statusOf(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(2)).header("Authorization", "Bearer " + token).build();
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
