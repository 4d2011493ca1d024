package dev.ashlar.email.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.email.addressbook.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders a mail from its template as plain text and as HTML. */
@Component
final class EmailRenderer {

    private final ITemplateEngine templates;
    private final MailProperties properties;
    private final Clock clock;

    EmailRenderer(ITemplateEngine templates, MailProperties properties, Clock clock) {
        this.templates = templates;
        this.properties = properties;
        this.clock = clock;
    }

    MimeMessage render(MimeMessage message, Email email, Address.Known recipient) throws MessagingException {
        var code = email.template().code();
        var variables = new Context(Locale.ROOT, Map.of("name", recipient.name(), "order", email.order()));
        message.setHeader("Message-ID", email.messageId());
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: suppresses vacation replies
        message.setFrom(new InternetAddress(properties.from(), true));
        message.setRecipient(RecipientType.TO, new InternetAddress(recipient.email(), true));
        message.setSubject(email.template().subject(email.order()), UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setContent(new MimeMultipart("alternative", part(templates.process(code + ".txt", variables), "plain"),
                part(templates.process(code, variables), "html")));
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        return part;
    }
}
