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
 * The paths that need no session. All other paths need one, even unknown paths, so that an unauthenticated client cannot find out
 * which paths exist. Each service checks the permissions of its users itself.
 */
@Configuration(proxyBeanMethods = false)
class PublicPaths implements AccessRules {

    @Override
    public void add(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        for (var method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
            requests.requestMatchers(method, "/api/v1/products", "/api/v1/products/{id}").permitAll();
        }
    }

    /** Registration, sign-in, the public keys and the documentation. An access token on these paths is ignored. */
    @Bean
    OpenPaths openPaths() {
        return new OpenPaths(
                new OrRequestMatcher(pathPattern(POST, "/api/v1/users"), pathPattern(POST, "/api/v1/sessions"),
                        pathPattern(POST, "/api/v1/sessions/refresh"), pathPattern("/.well-known/jwks.json"),
                        pathPattern("/openapi.json"), pathPattern("/swagger-ui"), pathPattern("/swagger-ui/*")));
    }
}
