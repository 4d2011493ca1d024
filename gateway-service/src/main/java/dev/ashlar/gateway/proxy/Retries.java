package dev.ashlar.gateway.proxy;

import dev.ashlar.gateway.upstream.Instance;
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
 * Tells which requests may be sent once more. A request that never reached an instance may, whatever it is: nothing was done, and
 * the gateway has the whole body. On a pooled connection that turned out closed, the request may have arrived. So only a safe request
 * (RFC 9110, 9.2.1) without a body may be repeated. The idle connections to that instance are dropped, too.
 */
@Component
class Retries {

    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final InstanceFaults faults;

    Retries(InstanceFaults faults) {
        this.faults = faults;
    }

    boolean mayRepeat(ClassicHttpRequest request, IOException fault, Instance instance) {
        return switch (fault) {
            case ConnectException _,ConnectTimeoutException _,NoRouteToHostException _,UnknownHostException _ -> true;
            case NoHttpResponseException _,SocketException _ -> {
                faults.add(instance);
                yield SAFE.contains(request.getMethod()) && request.getEntity() == null;
            }
            default -> false;
        };
    }
}
