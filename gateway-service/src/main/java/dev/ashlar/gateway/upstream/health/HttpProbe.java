package dev.ashlar.gateway.upstream.health;

import dev.ashlar.gateway.upstream.tls.UpstreamTls;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.util.Timeout;

/** Sends health checks over connections of their own: a check proves that the instance accepts connections, and costs no permit. */
@SuppressWarnings("deprecation") // the connect timeout of a single request
public final class HttpProbe implements Probe, AutoCloseable {

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
            request.cancel(); // the status is enough
            return response.getCode();
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
