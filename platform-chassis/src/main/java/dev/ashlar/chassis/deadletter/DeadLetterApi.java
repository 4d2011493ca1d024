package dev.ashlar.chassis.deadletter;

import dev.ashlar.chassis.security.AccessRules;
import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.messaging.DeadLetters;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.HandlerTypePredicate;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves {@code /api/v1/order/dead-letters} and the paths below in the application {@code order-service}, for administrators. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class, afterName = "dev.ashlar.messaging.MessagingConfiguration")
@ConditionalOnClass(DeadLetters.class)
@ConditionalOnBean(DeadLetters.class)
@ConditionalOnWebApplication
@Import({DeadLetterController.class, DeadLetterProblems.class})
class DeadLetterApi implements WebMvcConfigurer {

    private final String base;

    DeadLetterApi(@Value("${spring.application.name}") String application) {
        this.base = "/api/v1/" + application.replaceFirst("-service$", "");
    }

    @Override
    public void configurePathMatch(PathMatchConfigurer paths) {
        paths.addPathPrefix(base, HandlerTypePredicate.forAssignableType(DeadLetterController.class));
    }

    @Bean
    AccessRules deadLettersForAdmins() {
        return requests -> requests.requestMatchers(base + DeadLetterController.PATH + "/**")
                .hasRole(CurrentUser.ADMIN);
    }
}
