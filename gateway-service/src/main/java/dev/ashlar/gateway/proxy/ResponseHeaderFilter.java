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

    private static final List<String> SOFTWARE = List.of(HttpHeaders.SERVER, "X-Powered-By", HttpHeaders.VIA);

    @Override
    public HttpHeaders apply(HttpHeaders headers, ServerResponse response) {
        var forwarded = new HttpHeaders();
        forwarded.putAll(headers);
        forwarded.remove(RequestId.HEADER);
        SOFTWARE.forEach(forwarded::remove);
        return forwarded;
    }

    /** Adds the headers about software again. The upstream of an operator's route decides about them. */
    static void restoreSoftware(HttpHeaders received, HttpHeaders forwarded) {
        SOFTWARE.forEach(name -> forwarded.addAll(name, received.getOrDefault(name, List.of())));
    }
}
