package dev.ashlar.gateway.access;

import dev.ashlar.chassis.web.Problems;
import dev.ashlar.gateway.route.RouteMatch;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** CORS. By default, no origin is allowed and the filter is disabled. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CrossOriginProperties.class)
class CrossOrigin {

    /** After the request id and before each filter that can reject: a page must be able to read the rejection. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<CorsFilter> crossOriginFilter(CrossOriginProperties properties, Problems problems) {
        var origins = properties.allowedOrigins();
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", rules(origins));
        CorsFilter cors = new OwnPathsOnly(source);
        cors.setCorsProcessor(new ProblemCorsProcessor(problems));
        var filter = new FilterRegistrationBean<CorsFilter>(cors);
        filter.setOrder(ORDER);
        filter.setEnabled(!origins.isEmpty());
        return filter;
    }

    /** The upstream of an operator's route responds to a preflight request itself. */
    private static final class OwnPathsOnly extends CorsFilter {

        OwnPathsOnly(CorsConfigurationSource source) {
            super(source);
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return RouteMatch.isForeign(request);
        }
    }

    /** Without credentials, because the API uses bearer tokens and no cookies. */
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

    /** Rejects other origins with a problem document. Spring would respond with plain text. */
    private static final class ProblemCorsProcessor extends DefaultCorsProcessor {

        private final Problems problems;

        ProblemCorsProcessor(Problems problems) {
            this.problems = problems;
        }

        @Override
        public boolean processRequest(@Nullable CorsConfiguration rules, HttpServletRequest request,
                HttpServletResponse response) throws IOException {
            var allowed = super.processRequest(rules, request, response);
            if (!allowed) {
                problems.write(request, response, HttpStatus.FORBIDDEN,
                        "Pages of this origin may not call the API. Ask the operator to allow the origin.");
            }
            return allowed;
        }

        /** Does nothing, because {@link #processRequest} writes the response. */
        @Override
        protected void rejectRequest(ServerHttpResponse response) {}
    }
}
