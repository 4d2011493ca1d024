package dev.ashlar.gateway.access;

import dev.ashlar.chassis.web.Problems;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Lets pages of the named origins call the API. By default there are none, and no answer speaks of origins. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CrossOriginProperties.class)
class CrossOrigin {

    /** After the request id, before anything that could refuse: a page must be able to read refusals. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<CorsFilter> crossOriginFilter(CrossOriginProperties properties, Problems problems) {
        var origins = properties.allowedOrigins();
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", rules(origins));
        var cors = new CorsFilter(source);
        cors.setCorsProcessor(new OriginCheck(problems));
        var filter = new FilterRegistrationBean<>(cors);
        filter.setOrder(ORDER);
        filter.setEnabled(!origins.isEmpty());
        return filter;
    }

    /** No credentials: the API knows bearer tokens, which a page adds itself, and no cookies. */
    private static CorsConfiguration rules(List<String> origins) {
        var rules = new CorsConfiguration();
        rules.setAllowedOrigins(origins);
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(List.of("Authorization", "Content-Type", "Idempotency-Key", "If-Match",
                "If-None-Match", "Last-Event-ID", "X-Request-Id", "traceparent"));
        rules.setExposedHeaders(List.of("ETag", "Idempotency-Replayed", "Location", "RateLimit", "RateLimit-Policy",
                "Retry-After", "X-Request-Id"));
        rules.setMaxAge(Duration.ofHours(1));
        return rules;
    }
}
