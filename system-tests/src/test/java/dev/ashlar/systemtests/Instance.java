package dev.ashlar.systemtests;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;

/** One instance of a service. Requests go to its own port and not through the gateway. */
record Instance(int port) {

    private static final int PORTS_PER_INSTANCE = 10_000;

    /** @param number from 1 */
    static Instance ofOrderService(int number) {
        return new Instance(8082 + (number - 1) * PORTS_PER_INSTANCE);
    }

    /** @return 0 if there is no response */
    int statusOf(String path, String token) {
        var request = HttpRequest.newBuilder(Http.uri(port, path)).timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token).build();
        try {
            return Http.send(request, Http.HOST).status();
        } catch (UncheckedIOException _) {
            return 0;
        }
    }
}
