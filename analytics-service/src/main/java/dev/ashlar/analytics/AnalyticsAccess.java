package dev.ashlar.analytics;

import dev.ashlar.chassis.security.AccessRules;
import dev.ashlar.chassis.security.CurrentUser;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Figures are for administrators' eyes. */
@Configuration(proxyBeanMethods = false)
class AnalyticsAccess {

    @Bean
    AccessRules figuresForAdmins() {
        return requests -> requests.requestMatchers("/api/v1/analytics/**").hasRole(CurrentUser.ADMIN);
    }
}
