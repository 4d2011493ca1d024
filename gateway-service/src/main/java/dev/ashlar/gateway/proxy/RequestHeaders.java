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
 * What a service gets of the caller's headers. Whatever could pass for the gateway's word on who calls and from where is
 * dropped: services believe the access token alone (ADR 10).
 */
@Component
class RequestHeaders implements RequestHttpHeadersFilter {

    private static final List<String> DROPPED_PREFIXES = List.of("x-user-", "x-auth-", "x-session-", "x-role",
            "x-forwarded-", "x-real-", "x-client-", "x-original-");

    /** Expectations are the gateway's to meet, the trace is continued by the client beneath, and the rest is spoofing. */
    private static final Set<String> DROPPED = Set.of("expect", "traceparent", "tracestate", "forwarded", "x-user",
            "x-forwarded", "x-rewrite-url", "x-http-method-override", "true-client-ip", "cf-connecting-ip");

    @Override
    public HttpHeaders apply(HttpHeaders headers, ServerRequest request) {
        var hopByHop = namedByConnection(request);
        var passed = new HttpHeaders();
        headers.forEach((name, values) -> {
            var key = name.toLowerCase(Locale.ROOT);
            if (!DROPPED.contains(key) && !hopByHop.contains(key)
                    && DROPPED_PREFIXES.stream().noneMatch(key::startsWith)) {
                passed.addAll(name, values);
            }
        });
        passed.set(RequestId.HEADER, String.valueOf(RequestId.current()));
        passed.set("X-Forwarded-For", request.servletRequest().getRemoteAddr());
        return passed;
    }

    /** RFC 9110, 7.6.1: a proxy removes each field that {@code Connection} names. */
    private static Set<String> namedByConnection(ServerRequest request) {
        return request.headers().header(HttpHeaders.CONNECTION).stream().flatMap(value -> Stream.of(value.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
