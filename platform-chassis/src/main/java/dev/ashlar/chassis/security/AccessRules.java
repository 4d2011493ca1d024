package dev.ashlar.chassis.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** The authorization rules of a service. A request that no rule matches needs a session. */
@FunctionalInterface
public interface AccessRules {

    /** Adds this service's rules. The first rule that matches a request decides. */
    void add(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);
}
