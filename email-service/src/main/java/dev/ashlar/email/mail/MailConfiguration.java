package dev.ashlar.email.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.chassis.backlog.Backlog;
import dev.ashlar.chassis.health.HealthCheck;
import dev.ashlar.chassis.retention.TableRetention;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/** Plain-text templates, the SMTP health check, the backlog and the retention of mails. */
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
    Backlog mailBacklog(EmailQueue queue, MailQueueProperties properties, Clock clock) {
        return new Backlog("mail_queue", "pending", "mails", queue::backlog, properties.limit(), clock);
    }

    @Bean
    TableRetention oldMails(MailQueueProperties properties) {
        return new TableRetention("emails", "created_at", "status <> 'PENDING'", properties.retention());
    }
}
