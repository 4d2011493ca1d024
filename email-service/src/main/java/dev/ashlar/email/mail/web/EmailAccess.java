package dev.ashlar.email.mail.web;

import dev.ashlar.chassis.security.AccessRules;
import dev.ashlar.chassis.security.CurrentUser;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Only administrators may read mails. */
@Configuration(proxyBeanMethods = false)
class EmailAccess {

    @Bean
    AccessRules emailsForAdmins() {
        return requests -> requests.requestMatchers("/api/v1/emails", StepsController.PATH).hasRole(CurrentUser.ADMIN);
    }
}
