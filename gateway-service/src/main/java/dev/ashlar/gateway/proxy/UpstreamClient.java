package dev.ashlar.gateway.proxy;

import dev.ashlar.gateway.upstream.Timeouts;
import dev.ashlar.gateway.upstream.tls.UpstreamTls;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Sends a request to its upstream through the HTTP client, whose {@link BalancingHandler} chooses the instance. */
@Component
class UpstreamClient {

    private final CloseableHttpClient services;
    private final Deadlines deadlines;
    private final Map<Timeouts, RequestConfig> configs = new ConcurrentHashMap<>();

    UpstreamClient(CloseableHttpClient services, Deadlines deadlines) {
        this.services = services;
        this.deadlines = deadlines;
    }

    /** The response has an unread body. The caller must close the exchange. */
    UpstreamResponse.Exchange send(HttpUriRequestBase request, UpstreamCall call) throws IOException {
        var context = HttpClientContext.create();
        context.setRequestConfig(
                configs.computeIfAbsent(call.upstream().settings().timeouts(), UpstreamClient::config));
        call.setOn(context);
        UpstreamTls.set(context, call.upstream().settings().tls());
        deadlines.add(call);
        var handedOver = false;
        try {
            var response = services.executeOpen(new HttpHost("http", call.upstream().name()), request, context);
            var exchange = new UpstreamResponse.Exchange(response, call, () -> close(request, call));
            if (isEventStream(response)) {
                call.convertToStream();
            }
            handedOver = true;
            return exchange;
        } finally {
            if (!handedOver) {
                close(request, call);
            }
        }
    }

    /** Releases the instance's permit. Closes the connection unless the body was read to its end. */
    private boolean close(HttpUriRequestBase request, UpstreamCall call) {
        deadlines.remove(call);
        call.release();
        return request.cancel();
    }

    /** The timeout of the socket is the last resort behind {@link Deadlines}. */
    @SuppressWarnings("deprecation") // the connect timeout of a single upstream
    private static RequestConfig config(Timeouts timeouts) {
        var longest = timeouts.response().compareTo(timeouts.idle()) > 0 ? timeouts.response() : timeouts.idle();
        return RequestConfig.custom().setConnectTimeout(Timeout.of(timeouts.connect()))
                .setConnectionRequestTimeout(Timeout.of(timeouts.connect())).setResponseTimeout(Timeout.of(longest))
                .setAuthenticationEnabled(false).setProtocolUpgradeEnabled(false).build();
    }

    static boolean isEventStream(ClassicHttpResponse response) {
        var type = response.getFirstHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && StringUtils.startsWithIgnoreCase(type.getValue(), MediaType.TEXT_EVENT_STREAM_VALUE);
    }
}
