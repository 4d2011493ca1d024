package dev.ashlar.gateway.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.ashlar.gateway.upstream.UpstreamLimits;
import io.micrometer.core.instrument.binder.httpcomponents.hc5.ObservationExecChainHandler;
import io.micrometer.core.instrument.binder.httpcomponents.hc5.PoolingHttpClientConnectionManagerMetricsBinder;
import io.micrometer.observation.ObservationRegistry;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
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
 * The client beneath the proxy (ADR 1): it passes on what it is given and decides nothing by itself. Its deprecated observation
 * stays until the successor, in HttpClient's own module, sends {@code traceparent} on.
 */
@SuppressWarnings("deprecation")
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProxyProperties.class)
class HttpClientConfiguration {

    /** Below the services' own 60 s, so that the gateway is the one to close an idle connection. */
    private static final TimeValue KEEP_ALIVE = TimeValue.ofSeconds(30);

    /** To look costs a millisecond. Longer, and what is sent on goes into the void when an instance dies (ADR 28). */
    private static final TimeValue TRUSTED = TimeValue.ofMilliseconds(100);

    /** Headers as Tomcat reads and writes them; by default, bytes that are no printable Latin-1 become question marks. */
    private static final CharCodingConfig BYTE_BY_BYTE = CharCodingConfig.custom().setCharset(ISO_8859_1).build();

    @Bean
    InstanceFaults instanceFaults(ProxyProperties properties) {
        var connection = ConnectionConfig.custom().setConnectTimeout(Timeout.of(properties.connectTimeout()))
                .setSocketTimeout(Timeout.of(properties.responseTimeout()))
                .setValidateAfterInactivity(TRUSTED).build();
        return new InstanceFaults(connection);
    }

    /** No bound of its own for all together: whatever is in flight has its place, and no service waits for another one's. */
    @Bean
    PoolingHttpClientConnectionManager serviceConnections(InstanceFaults faults, UpstreamLimits limits) {
        return PoolingHttpClientConnectionManagerBuilder.create().setMaxConnTotal(Integer.MAX_VALUE)
                .setMaxConnPerRoute(limits.connectionsPerInstance()).setConnectionConfigResolver(faults::configOf)
                .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder().charCodingConfig(BYTE_BY_BYTE).build())
                .build();
    }

    @Bean
    CloseableHttpClient services(PoolingHttpClientConnectionManager serviceConnections, ProxyProperties properties,
            ObservationRegistry observations) {
        var requests = RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(properties.connectTimeout()))
                .setResponseTimeout(Timeout.of(properties.responseTimeout())).setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false).build();
        return HttpClients.custom().setConnectionManager(serviceConnections).setDefaultRequestConfig(requests)
                .setKeepAliveStrategy((_, _) -> KEEP_ALIVE).evictIdleConnections(KEEP_ALIVE)
                .disableAutomaticRetries().disableRedirectHandling().disableCookieManagement()
                .disableContentCompression().disableAuthCaching().disableDefaultUserAgent()
                .addExecInterceptorFirst("observation",
                        new ObservationExecChainHandler(observations, new ClientObservation()))
                .build();
    }

    @Bean
    PoolingHttpClientConnectionManagerMetricsBinder serviceConnectionMetrics(
            PoolingHttpClientConnectionManager serviceConnections) {
        return new PoolingHttpClientConnectionManagerMetricsBinder(serviceConnections, "services");
    }
}
