package dev.ashlar.systemtests;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests to the gateway.
 *
 * @param token null for an unauthenticated client
 * @param faulty whether responses with 502 and 504 are allowed; otherwise they fail the test
 */
public record Gateway(@Nullable String token, boolean faulty) {

    private static final int PORT = 8080;

    public Gateway(@Nullable String token) {
        this(token, false);
    }

    public static Gateway unauthenticated() {
        return new Gateway(null);
    }

    /** Allows 502 and 504, for requests that a test sends while it kills or freezes a process. */
    public Gateway duringFault() {
        return new Gateway(token, true);
    }

    /** {@code path} begins after {@code /api/v1}, here and below. */
    public Response get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Response post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    public Response post(String path, Object body, Map<String, String> headers) {
        return send("POST", path, body, headers);
    }

    public Response put(String path, Object body) {
        return send("PUT", path, body, Map.of());
    }

    public Response patch(String path, Object body) {
        return send("PATCH", path, body, Map.of());
    }

    public Response delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    private Response send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(Http.uri(PORT, "/api/v1" + path)).timeout(Duration.ofSeconds(20));
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.method(method, BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                    .header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        return faulty
                ? Http.sendDuringFault(request.build(), Http.HOST)
                : Http.send(request.build(), Http.HOST);
    }
}
