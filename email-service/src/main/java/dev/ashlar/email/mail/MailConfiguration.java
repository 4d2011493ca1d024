package dev.ashlar.email.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.chassis.health.HealthCheck;
import dev.ashlar.chassis.health.HealthDetail;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** The plain-text templates beside the HTML ones, and what operators see of the mails. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    SpringResourceTemplateResolver plainTextTemplates() {
        var resolver = new SpringResourceTemplateResolver();
        resolver.setPrefix("classpath:/templates/");
        resolver.setResolvablePatterns(Set.of("*.txt"));
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCharacterEncoding(UTF_8.name());
        resolver.setOrder(1);
        return resolver;
    }

    @Bean
    HealthCheck smtpCheck(JavaMailSenderImpl smtp) {
        return HealthCheck.optional("smtp", smtp::testConnection);
    }

    @Bean
    HealthDetail mailBacklog(EmailQueue queue) {
        return new HealthDetail() {
            @Override
            public String name() {
                return "mail_queue";
            }

            @Override
            public Map<String, Object> figures() {
                return queue.backlog();
            }
        };
    }
}
