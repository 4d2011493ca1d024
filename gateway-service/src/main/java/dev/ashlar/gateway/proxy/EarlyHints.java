package dev.ashlar.gateway.proxy;

import dev.ashlar.gateway.route.RouteMatch;
import java.io.IOException;
import org.apache.catalina.connector.ResponseFacade;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * Forwards the {@code Link} headers of a 103 response (RFC 8297) to the clients of the operator's routes. Tomcat has no other interim
 * response but 100, which it sends itself.
 */
final class EarlyHints extends HttpRequestExecutor {

    private static final int EARLY_HINTS = 103;

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback callback, HttpContext context) throws IOException, HttpException {
        return super.execute(request, connection, (interim, _, _) -> forward(interim), context);
    }

    private static void forward(HttpResponse interim) {
        if (interim.getCode() == EARLY_HINTS
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                && RouteMatch.isForeign(current.getRequest())
                && current.getRequest().getProtocol().compareTo("HTTP/1.1") >= 0) {
            var tomcat = WebUtils.getNativeResponse(current.getResponse(), ResponseFacade.class);
            if (tomcat != null && !tomcat.isCommitted()) {
                send(interim, tomcat);
            }
        }
    }

    private static void send(HttpResponse interim, ResponseFacade tomcat) {
        for (var link : interim.getHeaders(HttpHeaders.LINK)) {
            tomcat.addHeader(HttpHeaders.LINK, link.getValue());
        }
        tomcat.sendEarlyHints();
        tomcat.setHeader(HttpHeaders.LINK, null); // removes it
    }
}
