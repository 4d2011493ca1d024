package dev.ashlar.gateway.proxy;

import dev.ashlar.gateway.upstream.UpstreamInstance;
import dev.ashlar.gateway.upstream.InstancePermit;
import dev.ashlar.gateway.upstream.UpstreamRegistry;
import java.io.IOException;
import java.net.NoRouteToHostException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Sends a request to an instance of its service. Retries it once on the next instance if that is safe (ADR 28). */
@Component
class UpstreamClient {

    private final CloseableHttpClient services;
    private final UpstreamRegistry upstreams;
    private final Retries retries;

    /**
     * A response with an unread body.
     *
     * @param exchange releases the instance's permit. Closes the connection unless the body was read to its end
     */
    record OpenResponse(ClassicHttpResponse response, Cancellable exchange) {}

    UpstreamClient(CloseableHttpClient services, UpstreamRegistry upstreams, Retries retries) {
        this.services = services;
        this.upstreams = upstreams;
        this.retries = retries;
    }

    /**
     * @param request its host is the name of a service
     * @param client the client address, for its share of the permits
     */
    OpenResponse send(HttpUriRequestBase request, String client) throws IOException {
        var service = request.getAuthority().getHostName();
        var upstream = upstreams.named(service);
        var candidates = upstream.candidates();
        if (candidates.isEmpty()) {
            throw new NoRouteToHostException("No instance of " + service + " is running");
        }
        var permit = upstream.acquire(candidates, client);
        try {
            return send(request, permit);
        } catch (IOException fault) {
            if (!retries.isSafe(request, fault, permit.instance())) {
                throw fault;
            }
            return send(request, upstream.acquire(othersFirst(candidates, permit.instance()), client));
        }
    }

    private static List<UpstreamInstance> othersFirst(List<UpstreamInstance> candidates, UpstreamInstance tried) {
        return Stream.concat(candidates.stream().filter(candidate -> !candidate.equals(tried)), Stream.of(tried))
                .toList();
    }

    private OpenResponse send(HttpUriRequestBase request, InstancePermit permit) throws IOException {
        var handedOver = false;
        try {
            var response = services.executeOpen(permit.instance().address(), request, null);
            var open = new OpenResponse(response, () -> {
                permit.release();
                return request.cancel();
            });
            if (isEventStream(response)) {
                convertToStream(permit, open);
            }
            handedOver = true;
            return open;
        } finally {
            if (!handedOver) {
                permit.release();
            }
        }
    }

    private static void convertToStream(InstancePermit permit, OpenResponse open) throws IOException {
        try {
            permit.convertToStream();
        } catch (IOException e) {
            open.exchange.cancel();
            throw e;
        }
    }

    static boolean isEventStream(ClassicHttpResponse response) {
        var type = response.getFirstHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && StringUtils.startsWithIgnoreCase(type.getValue(), MediaType.TEXT_EVENT_STREAM_VALUE);
    }
}
