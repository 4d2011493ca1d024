package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.web.ClientAddress;
import dev.ashlar.gateway.route.Action.Share;
import dev.ashlar.gateway.route.Rewrite;
import dev.ashlar.gateway.route.RouteMatch;
import dev.ashlar.gateway.route.Target;
import dev.ashlar.gateway.upstream.UpstreamRegistry;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Makes the request for the upstream: path, query and headers by the route, and the rules for its attempts. */
@Component
class OutgoingRequests {

    private final UpstreamRegistry upstreams;

    OutgoingRequests(UpstreamRegistry upstreams) {
        this.upstreams = upstreams;
    }

    HttpUriRequestBase request(ProxyExchange.Request request) {
        var incoming = request.getServerRequest().servletRequest();
        var match = RouteMatch.of(incoming).orElse(null);
        var outgoing = new HttpUriRequestBase(request.getMethod().name(), request.getUri());
        outgoing.setPath(target(incoming, match));
        var headers = request.getHeaders();
        var type = incoming.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && headers.containsHeader(HttpHeaders.CONTENT_TYPE)) {
            headers.set(HttpHeaders.CONTENT_TYPE, type); // Spring has added a charset
        }
        if (match != null) {
            match.route().requestHeaders().applyTo(headers);
        }
        headers.forEach((name, values) -> values.forEach(value -> outgoing.addHeader(name, value)));
        return outgoing;
    }

    /** The path and the query as the client sent them, unless the route rewrites the path. */
    private static String target(HttpServletRequest incoming, @Nullable RouteMatch match) {
        var path = incoming.getRequestURI();
        var rewritten = match == null ? path : match.route().rewrite().path(path);
        var query = incoming.getQueryString();
        return query == null ? rewritten : rewritten + "?" + query;
    }

    UpstreamCall call(ProxyExchange.Request request) {
        var incoming = request.getServerRequest().servletRequest();
        var share = Target.of(incoming).orElseGet(() -> new Share(request.getUri().getHost(), null, 1));
        var upstream = upstreams.named(share.upstream());
        var match = RouteMatch.of(incoming).orElse(null);
        var route = match == null ? null : match.route();
        var selection = upstream.select(share.version(), BalancingKey.of(upstream, incoming, match),
                route == null ? null : StickyCookie.valueOf(route, request.getServerRequest()));
        return new UpstreamCall(upstream, selection, ClientAddress.of(incoming),
                route == null ? null : host(route.rewrite(), incoming), route != null && route.idempotencyKey(),
                route == null ? null : route.timeout());
    }

    private static @Nullable String host(Rewrite rewrite, HttpServletRequest incoming) {
        return Rewrite.KEEP.equals(rewrite.host()) ? incoming.getHeader(HttpHeaders.HOST) : rewrite.host();
    }
}
