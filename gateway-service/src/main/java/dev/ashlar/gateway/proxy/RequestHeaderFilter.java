package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.observability.RequestId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * The request headers for a service. Removes headers that could spoof the user or the client address. Services trust the access
 * token only (ADR 10).
 */
@Component
class RequestHeaderFilter implements RequestHttpHeadersFilter {

    private static final List<String> DROPPED_PREFIXES = List.of("x-user-", "x-auth-", "x-session-", "x-role",
            "x-forwarded-", "x-real-", "x-client-", "x-original-");

    /** The gateway handles {@code Expect}. The HTTP client sets the trace headers. The other headers could be spoofed. */
    private static final Set<String> DROPPED = Set.of("expect", "traceparent", "tracestate", "forwarded", "x-user",
            "x-forwarded", "x-rewrite-url", "x-http-method-override", "true-client-ip", "cf-connecting-ip");

    @Override
    public HttpHeaders apply(HttpHeaders headers, ServerRequest request) {
        var hopByHop = connectionFields(request);
        var forwarded = new HttpHeaders();
        headers.forEach((name, values) -> {
            var key = name.toLowerCase(Locale.ROOT);
            if (!DROPPED.contains(key) && !hopByHop.contains(key)
                    && DROPPED_PREFIXES.stream().noneMatch(key::startsWith)) {
                forwarded.addAll(name, values);
            }
        });
        forwarded.set(RequestId.HEADER, String.valueOf(RequestId.current()));
        forwarded.set("X-Forwarded-For", request.servletRequest().getRemoteAddr());
        return forwarded;
    }

    /** A proxy removes each field that {@code Connection} lists (RFC 9110, section 7.6.1). */
    private static Set<String> connectionFields(ServerRequest request) {
        return request.headers().header(HttpHeaders.CONNECTION).stream().flatMap(value -> Stream.of(value.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
