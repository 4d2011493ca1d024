package dev.ashlar.gateway.proxy;

import dev.ashlar.gateway.cache.CacheKey;
import dev.ashlar.gateway.cache.EdgeCache;
import dev.ashlar.gateway.route.Rewrite;
import dev.ashlar.gateway.route.Route;
import dev.ashlar.gateway.route.RouteMatch;
import dev.ashlar.gateway.route.Target;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The upstreams behind the edge cache. Only routes with {@code cache: true} use the cache. */
@Component
class CachedUpstreams {

    private final EdgeCache cache;
    private final UpstreamClient upstreams;

    CachedUpstreams(EdgeCache cache, UpstreamClient upstreams) {
        this.cache = cache;
        this.upstreams = upstreams;
    }

    /** The response has an unread body. The caller must close the exchange. */
    UpstreamResponse.Exchange send(HttpServletRequest incoming, HttpUriRequestBase outgoing, UpstreamCall call)
            throws IOException {
        var origin = new CallOrigin(upstreams, call);
        var route = RouteMatch.of(incoming).map(RouteMatch::route).filter(Route::cache);
        return route.isPresent() && isCacheable(outgoing)
                ? cache.exchange(key(route.get(), incoming), outgoing, origin)
                : cache.forward(host(incoming), target(incoming), outgoing, origin);
    }

    private static boolean isCacheable(HttpUriRequestBase request) {
        return request.getEntity() == null
                && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
    }

    private static CacheKey key(Route route, HttpServletRequest incoming) {
        return new CacheKey(route.id(), Target.of(incoming).map(share -> share.version()).orElse(null),
                Rewrite.KEEP.equals(route.rewrite().host()) ? host(incoming) : null, target(incoming));
    }

    private static String target(HttpServletRequest incoming) {
        var query = incoming.getQueryString();
        return query == null ? incoming.getRequestURI() : incoming.getRequestURI() + "?" + query;
    }

    private static String host(HttpServletRequest incoming) {
        return Objects.requireNonNullElse(incoming.getHeader(HttpHeaders.HOST), "");
    }
}
