package dev.ashlar.gateway.proxy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.springframework.stereotype.Component;

/**
 * Decides if a request may be retried (ADR 28). If nothing was sent, any request may be: it had no effect, and the gateway has the whole
 * body. If a connection broke, the request may have had an effect. Then only an idempotent request is retried (RFC 9110, section
 * 9.2.2), and the other idle connections to the instance are discarded. A timeout is never retried.
 */
@Component
class Retries {

    private static final int MAX_RETRIES = 2;
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE");
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final StaleConnections staleConnections;

    Retries(StaleConnections staleConnections) {
        this.staleConnections = staleConnections;
    }

    /** @param retries the number of retries so far */
    boolean allows(ClassicHttpRequest request, IOException failure, UpstreamCall call, int retries) {
        var allowed = switch (failure) {
            case ConnectException _,ConnectTimeoutException _,NoRouteToHostException _,UnknownHostException _,SSLHandshakeException _ ->
                true;
            case NoHttpResponseException _,SocketException _ -> {
                discardIdleConnections(call);
                yield isIdempotent(request, call);
            }
            default -> false;
        };
        return allowed && retries < MAX_RETRIES;
    }

    private void discardIdleConnections(UpstreamCall call) {
        var instance = call.instance();
        if (instance != null) {
            staleConnections.add(instance.route().getTargetHost());
        }
    }

    /** True if the request has the same effect when the upstream gets it twice (RFC 9110, section 9.2.2). */
    boolean isIdempotent(ClassicHttpRequest request, UpstreamCall call) {
        return IDEMPOTENT.contains(request.getMethod())
                || call.honoursIdempotencyKey() && request.containsHeader(IDEMPOTENCY_KEY);
    }
}
