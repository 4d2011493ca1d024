package dev.ashlar.chassis.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** What a service lets whom do. Whatever no rule names wants a signed-in caller. */
@FunctionalInterface
public interface AccessRules {

    /** Adds this service's rules; the first that matches decides. */
    void add(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);
}
