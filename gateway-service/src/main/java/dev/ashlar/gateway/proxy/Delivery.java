package dev.ashlar.gateway.proxy;

import dev.ashlar.gateway.upstream.Instance;
import dev.ashlar.gateway.upstream.Place;
import dev.ashlar.gateway.upstream.Upstreams;
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

/** Brings a request to an instance of its service, and once more to the next one if that may be (ADR 28). */
@Component
class Delivery {

    private final CloseableHttpClient services;
    private final Upstreams upstreams;
    private final Retries retries;

    /**
     * An answer of which nothing but the head is read yet.
     *
     * @param exchange ends it, connection included, unless the answer was read to its end; and leaves the place at the instance
     */
    record Delivered(ClassicHttpResponse answer, Cancellable exchange) {}

    Delivery(CloseableHttpClient services, Upstreams upstreams, Retries retries) {
        this.services = services;
        this.upstreams = upstreams;
        this.retries = retries;
    }

    /**
     * @param request to the name of a service in the place of a host
     * @param client who asks, for its share of places
     */
    Delivered send(HttpUriRequestBase request, String client) throws IOException {
        var service = request.getAuthority().getHostName();
        var upstream = upstreams.named(service);
        var candidates = upstream.candidates();
        if (candidates.isEmpty()) {
            throw new NoRouteToHostException("No instance of " + service + " runs");
        }
        var place = upstream.enter(candidates, client);
        try {
            return send(request, place);
        } catch (IOException fault) {
            if (!retries.mayRepeat(request, fault, place.instance())) {
                throw fault;
            }
            return send(request, upstream.enter(afterwards(candidates, place.instance()), client));
        }
    }

    /** The others come first. */
    private static List<Instance> afterwards(List<Instance> candidates, Instance tried) {
        return Stream.concat(candidates.stream().filter(candidate -> !candidate.equals(tried)), Stream.of(tried))
                .toList();
    }

    private Delivered send(HttpUriRequestBase request, Place place) throws IOException {
        var handedOn = false;
        try {
            var answer = services.executeOpen(place.instance().address(), request, null);
            var delivered = new Delivered(answer, () -> {
                place.leave();
                return request.cancel();
            });
            if (isEventStream(answer)) {
                becomeStream(place, delivered);
            }
            handedOn = true;
            return delivered;
        } finally {
            if (!handedOn) {
                place.leave();
            }
        }
    }

    private static void becomeStream(Place place, Delivered delivered) throws IOException {
        try {
            place.becomeStream();
        } catch (IOException e) {
            delivered.exchange.cancel();
            throw e;
        }
    }

    static boolean isEventStream(ClassicHttpResponse answer) {
        var type = answer.getFirstHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && StringUtils.startsWithIgnoreCase(type.getValue(), MediaType.TEXT_EVENT_STREAM_VALUE);
    }
}
