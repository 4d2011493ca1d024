package dev.ashlar.user.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import dev.ashlar.chassis.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What needs no session: getting one, and checking the tokens of one. */
@Configuration(proxyBeanMethods = false)
class Access {

    private static final RequestMatcher PUBLIC = new OrRequestMatcher(pathPattern(POST, "/api/v1/users"),
            pathPattern(POST, "/api/v1/sessions"), pathPattern(POST, "/api/v1/sessions/refresh"),
            pathPattern(GET, "/.well-known/jwks.json"));

    @Bean
    AccessRules publicPaths() {
        return requests -> requests.requestMatchers(PUBLIC).permitAll();
    }

    /** A client that sends its expired token along must still be able to refresh it: there, no token is looked at. */
    @Bean
    BearerTokenResolver tokensWhereTheyCount() {
        var standard = new DefaultBearerTokenResolver();
        return request -> PUBLIC.matches(request) ? null : standard.resolve(request);
    }
}
