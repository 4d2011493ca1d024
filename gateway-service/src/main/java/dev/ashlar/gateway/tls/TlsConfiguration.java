package dev.ashlar.gateway.tls;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("ashlar.tls.enabled")
@EnableConfigurationProperties(TlsProperties.class)
class TlsConfiguration {

    @Bean
    PlainPort plainPort(TlsProperties properties) {
        return new PlainPort(properties.plainPort());
    }

    /** After the request id and the security headers, which every response has. */
    @Bean
    FilterRegistrationBean<TransportFilter> transportFilter(TlsProperties properties) {
        var filter = new FilterRegistrationBean<>(new TransportFilter(properties));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return filter;
    }
}
