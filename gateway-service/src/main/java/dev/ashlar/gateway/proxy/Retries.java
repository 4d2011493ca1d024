package dev.ashlar.gateway.proxy;

import dev.ashlar.gateway.upstream.UpstreamInstance;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.springframework.stereotype.Component;

/**
 * Decides if a request may be retried. If no connection was made, any request may be: it had no effect, and the gateway has the whole
 * body. If a pooled connection was closed, the request may have had an effect. Then only a safe request (RFC 9110, section 9.2.1)
 * without a body is retried, and the other idle connections to the instance are discarded.
 */
@Component
class Retries {

    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final StaleConnections staleConnections;

    Retries(StaleConnections staleConnections) {
        this.staleConnections = staleConnections;
    }

    boolean isSafe(ClassicHttpRequest request, IOException failure, UpstreamInstance instance) {
        return switch (failure) {
            case ConnectException _,ConnectTimeoutException _,NoRouteToHostException _,UnknownHostException _ -> true;
            case NoHttpResponseException _,SocketException _ -> {
                staleConnections.add(instance);
                yield SAFE.contains(request.getMethod()) && request.getEntity() == null;
            }
            default -> false;
        };
    }
}
