package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.observability.RequestId;
import java.util.List;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Removes response headers that reveal software, and the request id, which the gateway sets itself. */
@Component
class ResponseHeaderFilter implements ResponseHttpHeadersFilter {

    private static final List<String> DROPPED = List.of(RequestId.HEADER, HttpHeaders.SERVER, "X-Powered-By", "Via");

    @Override
    public HttpHeaders apply(HttpHeaders headers, ServerResponse response) {
        var forwarded = new HttpHeaders();
        forwarded.putAll(headers);
        DROPPED.forEach(forwarded::remove);
        return forwarded;
    }
}
