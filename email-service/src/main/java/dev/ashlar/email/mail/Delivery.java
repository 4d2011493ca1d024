package dev.ashlar.email.mail;

import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.email.addressbook.Address;
import dev.ashlar.email.addressbook.AddressBook;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** One attempt to deliver a mail: who is it for, what does it say, does the SMTP server take it? */
@Component
final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final AddressBook addresses;
    private final Letter letter;
    private final JavaMailSender smtp;
    private final MailProperties properties;
    private final Clock clock;

    Delivery(AddressBook addresses, Letter letter, JavaMailSender smtp, MailProperties properties, Clock clock) {
        this.addresses = addresses;
        this.letter = letter;
        this.smtp = smtp;
        this.properties = properties;
        this.clock = clock;
    }

    Attempt attempt(Email email) {
        return switch (addresses.find(email.order().userId())) {
            case Address.Known recipient -> send(email, recipient);
            case Address.Erased _ -> new Attempt.Refused("user_deleted");
            case Address.Unknown _ -> isExpected(email)
                    ? new Attempt.Postponed("address_unknown")
                    : new Attempt.Refused("address_unknown");
        };
    }

    private Attempt send(Email email, Address.Known recipient) {
        try {
            smtp.send(letter.write(smtp.createMimeMessage(), email, recipient));
            return new Attempt.Delivered();
        } catch (MailException e) {
            return SmtpRefusal.judge(e);
        } catch (MessagingException e) {
            return SmtpRefusal.judge(e);
        } catch (RuntimeException e) {
            Cause.trace(log.atError().addKeyValue("email_id", email.id()).addKeyValue("order_id", email.order().id()),
                    e).log("A mail could not be written");
            return new Attempt.Postponed("fault");
        }
    }

    private boolean isExpected(Email email) {
        var age = Duration.between(email.createdAt(), clock.instant());
        return age.compareTo(properties.expectAddressWithin()) < 0;
    }
}
