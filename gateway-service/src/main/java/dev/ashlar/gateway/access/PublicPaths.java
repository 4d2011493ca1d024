package dev.ashlar.gateway.access;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import dev.ashlar.chassis.security.AccessRules;
import dev.ashlar.chassis.security.OpenPaths;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * What needs no session. All else does, paths that don't exist included: a stranger learns nothing of what is here. Who may do
 * what with a session is each service's own to decide.
 */
@Configuration(proxyBeanMethods = false)
class PublicPaths implements AccessRules {

    @Override
    public void add(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        for (var reading : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
            requests.requestMatchers(reading, "/api/v1/products", "/api/v1/products/{id}").permitAll();
        }
    }

    /** Getting a session, checking the tokens of one, and reading how. */
    @Bean
    OpenPaths openPaths() {
        return new OpenPaths(
                new OrRequestMatcher(pathPattern(POST, "/api/v1/users"), pathPattern(POST, "/api/v1/sessions"),
                        pathPattern(POST, "/api/v1/sessions/refresh"), pathPattern("/.well-known/jwks.json"),
                        pathPattern("/openapi.json"), pathPattern("/swagger-ui"), pathPattern("/swagger-ui/*")));
    }
}
