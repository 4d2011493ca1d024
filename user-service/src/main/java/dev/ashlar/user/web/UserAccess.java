package dev.ashlar.user.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import dev.ashlar.chassis.security.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** Registration, log-in, refresh and the public keys need no access token. */
@Configuration(proxyBeanMethods = false)
class UserAccess {

    @Bean
    OpenPaths openPaths() {
        return new OpenPaths(
                new OrRequestMatcher(pathPattern(POST, "/api/v1/users"), pathPattern(POST, "/api/v1/sessions"),
                        pathPattern(POST, "/api/v1/sessions/refresh"), pathPattern(GET, "/.well-known/jwks.json"),
                        pathPattern(HEAD, "/.well-known/jwks.json")));
    }
}
