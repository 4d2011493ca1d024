package dev.ashlar.gateway.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.ashlar.gateway.upstream.Upstream;
import dev.ashlar.gateway.upstream.tls.UpstreamTls;
import io.micrometer.core.instrument.binder.httpcomponents.hc5.ObservationExecChainHandler;
import io.micrometer.core.instrument.binder.httpcomponents.hc5.PoolingHttpClientConnectionManagerMetricsBinder;
import io.micrometer.observation.ObservationRegistry;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The HTTP client of the proxy (ADR 1). All automatic features are disabled: retries, redirects, cookies, compression. The
 * deprecated observation remains until the successor, in HttpClient's own module, sends {@code traceparent}.
 */
@SuppressWarnings("deprecation")
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProxyProperties.class)
class HttpClientConfiguration {

    /** Shorter than the 60 s of the services, so that the gateway closes idle connections first. */
    private static final TimeValue KEEP_ALIVE = TimeValue.ofSeconds(30);

    /** A connection that was idle for longer is checked before use, which costs 1 ms. Otherwise a request can be lost (ADR 28). */
    private static final TimeValue VALIDATE_AFTER = TimeValue.ofMilliseconds(100);

    /** Tomcat's encoding of headers. By default, the client replaces bytes that are not printable Latin-1 by question marks. */
    private static final CharCodingConfig LATIN_1 = CharCodingConfig.custom().setCharset(ISO_8859_1).build();

    @Bean
    StaleConnections staleConnections(ProxyProperties properties) {
        var connection = ConnectionConfig.custom().setConnectTimeout(Timeout.of(properties.connectTimeout()))
                .setSocketTimeout(Timeout.of(properties.responseTimeout()))
                .setValidateAfterInactivity(VALIDATE_AFTER).build();
        return new StaleConnections(connection);
    }

    /** Without limits: {@link Upstream} limits each service, so no service waits for connections of another. */
    @Bean
    PoolingHttpClientConnectionManager serviceConnections(StaleConnections staleConnections, UpstreamTls upstreamTls) {
        return PoolingHttpClientConnectionManagerBuilder.create().setMaxConnTotal(Integer.MAX_VALUE)
                .setMaxConnPerRoute(Integer.MAX_VALUE)
                .setTlsSocketStrategy(upstreamTls).setConnectionConfigResolver(staleConnections::configOf)
                .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder().charCodingConfig(LATIN_1).build())
                .build();
    }

    @Bean
    CloseableHttpClient services(PoolingHttpClientConnectionManager serviceConnections, ProxyProperties properties,
            ObservationRegistry observations, BalancingHandler balancing) {
        var requests = RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(properties.connectTimeout()))
                .setResponseTimeout(Timeout.of(properties.responseTimeout())).setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false).build();
        return HttpClients.custom().setConnectionManager(serviceConnections).setDefaultRequestConfig(requests)
                .setKeepAliveStrategy((_, _) -> KEEP_ALIVE).evictIdleConnections(KEEP_ALIVE)
                .disableAutomaticRetries().disableRedirectHandling().disableCookieManagement()
                .disableContentCompression().disableAuthCaching().disableDefaultUserAgent()
                .setRequestExecutor(new EarlyHints())
                .addExecInterceptorFirst("observation",
                        new ObservationExecChainHandler(observations, new ClientObservation()))
                .addExecInterceptorBefore(ChainElement.PROTOCOL.name(), "balancing", balancing)
                .build();
    }

    @Bean
    PoolingHttpClientConnectionManagerMetricsBinder serviceConnectionMetrics(
            PoolingHttpClientConnectionManager serviceConnections) {
        return new PoolingHttpClientConnectionManagerMetricsBinder(serviceConnections, "services");
    }
}
