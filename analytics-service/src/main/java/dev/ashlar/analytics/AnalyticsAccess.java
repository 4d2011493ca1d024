package dev.ashlar.analytics;

import dev.ashlar.chassis.security.AccessRules;
import dev.ashlar.chassis.security.CurrentUser;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Only administrators may read figures. */
@Configuration(proxyBeanMethods = false)
class AnalyticsAccess {

    @Bean
    AccessRules figuresForAdmins() {
        return requests -> requests.requestMatchers("/api/v1/analytics/**").hasRole(CurrentUser.ADMIN);
    }
}
