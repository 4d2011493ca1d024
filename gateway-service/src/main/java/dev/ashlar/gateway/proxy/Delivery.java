package dev.ashlar.gateway.proxy;

import dev.ashlar.gateway.upstream.Instance;
import dev.ashlar.gateway.upstream.Upstreams;
import java.io.IOException;
import java.net.NoRouteToHostException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.springframework.stereotype.Component;

/** Brings a request to an instance of its service, and once more to the next one if that may be (ADR 28). */
@Component
class Delivery {

    private final CloseableHttpClient services;
    private final Upstreams upstreams;
    private final Retries retries;

    /**
     * An answer of which nothing but the head is read yet.
     *
     * @param exchange ends it, connection included
     */
    record Delivered(ClassicHttpResponse answer, Cancellable exchange) {}

    Delivery(CloseableHttpClient services, Upstreams upstreams, Retries retries) {
        this.services = services;
        this.upstreams = upstreams;
        this.retries = retries;
    }

    /** @param request to the name of a service in the place of a host */
    Delivered send(HttpUriRequestBase request) throws IOException {
        var service = request.getAuthority().getHostName();
        var candidates = upstreams.named(service).candidates();
        if (candidates.isEmpty()) {
            throw new NoRouteToHostException("No instance of " + service + " runs");
        }
        try {
            return send(request, candidates.getFirst());
        } catch (IOException fault) {
            if (!retries.mayRepeat(request, fault)) {
                throw fault;
            }
            return send(request, candidates.get(1 % candidates.size()));
        }
    }

    private Delivered send(HttpUriRequestBase request, Instance instance) throws IOException {
        return new Delivered(services.executeOpen(instance.address(), request, null), request);
    }
}
