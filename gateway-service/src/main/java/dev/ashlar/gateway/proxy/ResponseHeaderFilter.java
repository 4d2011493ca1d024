package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.observability.RequestId;
import java.util.List;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Removes response headers that reveal software or are for the edge cache, and the request id, which the gateway sets itself. */
@Component
class ResponseHeaderFilter implements ResponseHttpHeadersFilter {

    private static final List<String> SOFTWARE = List.of(HttpHeaders.SERVER, "X-Powered-By", HttpHeaders.VIA);
    private static final String SURROGATE_KEY = "Surrogate-Key";

    @Override
    public HttpHeaders apply(HttpHeaders headers, ServerResponse response) {
        var forwarded = new HttpHeaders();
        forwarded.putAll(headers);
        forwarded.remove(RequestId.HEADER);
        forwarded.remove(SURROGATE_KEY);
        SOFTWARE.forEach(forwarded::remove);
        return forwarded;
    }

    /** Adds the headers about software again. The upstream of an operator's route decides about them. */
    static void restoreSoftware(HttpHeaders received, HttpHeaders forwarded) {
        SOFTWARE.forEach(name -> forwarded.addAll(name, received.getOrDefault(name, List.of())));
    }
}
