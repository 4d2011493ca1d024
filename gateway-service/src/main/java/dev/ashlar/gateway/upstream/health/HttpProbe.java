package dev.ashlar.gateway.upstream.health;

import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.gateway.upstream.tls.UpstreamTls;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends health checks over connections of their own: a check proves that the instance accepts connections, and costs no permit. */
@SuppressWarnings("deprecation") // the connect timeout of a single request
public final class HttpProbe implements Probe, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpProbe.class);
    private static final int MAX_BODY = 64 * 1_024;

    private final CloseableHttpClient client;

    public HttpProbe(UpstreamTls tls) {
        client = HttpClients.custom()
                .setConnectionManager(
                        PoolingHttpClientConnectionManagerBuilder.create().setMaxConnTotal(Integer.MAX_VALUE)
                                .setMaxConnPerRoute(Integer.MAX_VALUE).setTlsSocketStrategy(tls).build())
                .setConnectionReuseStrategy((_, _, _) -> false).disableAutomaticRetries().disableRedirectHandling()
                .disableCookieManagement().disableContentCompression().disableAuthCaching()
                .setUserAgent("gateway-health")
                .build();
    }

    @Override
    public int status(CheckTarget target, String path, Duration timeout) throws IOException {
        var request = new HttpGet(path);
        request.setConfig(RequestConfig.custom().setConnectTimeout(Timeout.of(timeout))
                .setResponseTimeout(Timeout.of(timeout)).build());
        var context = HttpClientContext.create();
        UpstreamTls.set(context, target.tls());
        try (var response = client.executeOpen(target.address(), request, context)) {
            drain(response, timeout);
            request.cancel();
            return response.getCode();
        }
    }

    /** Closing a connection before the end of the body resets it, which many servers log as an error. */
    private static void drain(ClassicHttpResponse response, Duration timeout) {
        if (response.getEntity() == null) {
            return;
        }
        var deadline = System.nanoTime() + timeout.toNanos();
        var buffer = new byte[1_024];
        var rest = MAX_BODY;
        try {
            var body = response.getEntity().getContent();
            while (rest > 0 && System.nanoTime() - deadline < 0 && body.read(buffer) >= 0) {
                rest -= buffer.length;
            }
        } catch (IOException e) {
            log.atDebug().addKeyValue("cause", Cause.of(e))
                    .log("The body of a health check broke off: its status counts");
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
