package dev.ashlar.gateway.proxy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.Set;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.pool.ConnPoolControl;
import org.apache.hc.core5.util.TimeValue;

/**
 * Repeats a safe request (RFC 9110, 9.2.1) once if the pooled connection that it was given turned out closed. The others of the
 * pool are then dropped, too: a service that closed one, by a restart for example, has closed them all.
 */
final class RetryOnce implements HttpRequestRetryStrategy {

    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final ConnPoolControl<?> connections;

    RetryOnce(ConnPoolControl<?> connections) {
        this.connections = connections;
    }

    @Override
    public boolean retryRequest(HttpRequest request, IOException fault, int attempts, HttpContext context) {
        if (!isClosedConnection(fault)) {
            return false;
        }
        connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
        return attempts == 1 && SAFE.contains(request.getMethod());
    }

    private static boolean isClosedConnection(IOException fault) {
        return fault instanceof NoHttpResponseException
                || fault instanceof SocketException && !(fault instanceof ConnectException);
    }

    @Override
    public boolean retryRequest(HttpResponse response, int attempts, HttpContext context) {
        return false;
    }

    @Override
    public TimeValue getRetryInterval(HttpResponse response, int attempts, HttpContext context) {
        return TimeValue.ZERO_MILLISECONDS;
    }
}
