package dev.ashlar.gateway.access;

import dev.ashlar.chassis.security.AccessRules;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

/**
 * What needs no session. All else does, paths that don't exist included: a stranger learns nothing of what is here. Who may do
 * what with a session is each service's own to decide.
 */
@Component
class PublicPaths implements AccessRules {

    @Override
    public void add(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(HttpMethod.POST, "/api/v1/users", "/api/v1/sessions", "/api/v1/sessions/refresh")
                .permitAll();
        for (var reading : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
            requests.requestMatchers(reading, "/.well-known/jwks.json", "/api/v1/products", "/api/v1/products/{id}",
                    "/openapi.json", "/swagger-ui", "/swagger-ui/*").permitAll();
        }
    }
}
