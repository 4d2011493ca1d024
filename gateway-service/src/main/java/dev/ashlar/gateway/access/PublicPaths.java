package dev.ashlar.gateway.access;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import dev.ashlar.chassis.security.AccessRules;
import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.security.OpenPaths;
import dev.ashlar.gateway.route.RouteMatch;
import dev.ashlar.gateway.route.SessionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The paths that need no session: those whose route says so, and the documentation. All other paths need one, even unknown paths, so
 * that an unauthenticated client cannot find out which paths exist. Each service checks the permissions of its users itself.
 */
@Configuration(proxyBeanMethods = false)
class PublicPaths implements AccessRules {

    @Override
    public void add(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(routesWith(SessionRule.OPTIONAL)).permitAll();
        requests.requestMatchers("/api/v1/gateway/**").hasRole(CurrentUser.ADMIN);
    }

    /** An access token on these paths is ignored. */
    @Bean
    OpenPaths openPaths() {
        return new OpenPaths(new OrRequestMatcher(routesWith(SessionRule.NONE), pathPattern("/openapi.json"),
                pathPattern("/swagger-ui"), pathPattern("/swagger-ui/*")));
    }

    private static RequestMatcher routesWith(SessionRule rule) {
        return request -> RouteMatch.of(request).filter(match -> match.route().session() == rule).isPresent();
    }
}
