package dev.ashlar.email.mail.web;

import dev.ashlar.chassis.security.AccessRules;
import dev.ashlar.chassis.security.CurrentUser;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mails are for administrators' eyes. */
@Configuration(proxyBeanMethods = false)
class EmailAccess {

    @Bean
    AccessRules emailsForAdmins() {
        return requests -> requests.requestMatchers("/api/v1/emails").hasRole(CurrentUser.ADMIN);
    }
}
