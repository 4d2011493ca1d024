package dev.ashlar.gateway.system;

import dev.ashlar.chassis.security.AccessRules;
import dev.ashlar.chassis.security.CurrentUser;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.stereotype.Component;

@Component
@Order(0)
final class SystemAccess implements AccessRules {

    @Override
    public void add(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers("/api/v1/system").hasRole(CurrentUser.ADMIN);
    }
}
