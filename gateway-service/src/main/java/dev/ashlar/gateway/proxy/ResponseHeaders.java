package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.observability.RequestId;
import java.util.List;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** What the caller gets of a service's headers: neither what runs there, nor again what the gateway says itself. */
@Component
class ResponseHeaders implements ResponseHttpHeadersFilter {

    private static final List<String> DROPPED = List.of(RequestId.HEADER, HttpHeaders.SERVER, "X-Powered-By", "Via");

    @Override
    public HttpHeaders apply(HttpHeaders headers, ServerResponse response) {
        var passed = new HttpHeaders();
        passed.putAll(headers);
        DROPPED.forEach(passed::remove);
        return passed;
    }
}
