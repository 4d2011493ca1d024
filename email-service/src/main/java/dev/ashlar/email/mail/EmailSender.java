package dev.ashlar.email.mail;

import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.email.addressbook.Address;
import dev.ashlar.email.addressbook.AddressBook;
import dev.ashlar.email.mail.RetryPolicy.GiveUp;
import dev.ashlar.email.mail.RetryPolicy.Retry;
import dev.ashlar.messaging.TraceContext;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends the next mail of the queue and records the result. No transaction is open while the SMTP server is called. */
@Component
final class EmailSender {

    private static final Logger log = LoggerFactory.getLogger(EmailSender.class);
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    private static final String FAILED = "Mail is now FAILED";

    private final EmailQueue queue;
    private final MailRate rate;
    private final AddressBook addresses;
    private final EmailRenderer renderer;
    private final JavaMailSender smtp;
    private final RetryPolicy retries;
    private final MailProperties properties;
    private final TraceContext traces;
    private final MeterRegistry meters;

    EmailSender(EmailQueue queue, MailRate rate, AddressBook addresses, EmailRenderer renderer, JavaMailSender smtp,
            RetryPolicy retries, MailProperties properties, TraceContext traces, MeterRegistry meters) {
        this.queue = queue;
        this.rate = rate;
        this.addresses = addresses;
        this.renderer = renderer;
        this.smtp = smtp;
        this.retries = retries;
        this.properties = properties;
        this.traces = traces;
        this.meters = meters;
    }

    /** Returns how long the worker must wait; zero if it has sent a mail and others may be due. */
    Duration sendNext() {
        if (!rate.isLimited()) {
            return sendDue() ? Duration.ZERO : POLL_INTERVAL;
        }
        if (!queue.hasDue()) {
            return POLL_INTERVAL;
        }
        if (!rate.take()) {
            return rate.interval().compareTo(POLL_INTERVAL) < 0 ? rate.interval() : POLL_INTERVAL;
        }
        if (sendDue()) {
            return Duration.ZERO;
        }
        rate.giveBack();
        return POLL_INTERVAL;
    }

    private boolean sendDue() {
        try {
            var claimed = queue.claim(properties.lease());
            claimed.ifPresent(email -> traces.resume(email.origin(), "mail", () -> send(email)));
            return claimed.isPresent();
        } catch (UnreadableMail e) {
            traces.resume(e.origin(), "mail", () -> giveUp(e));
            return true;
        }
    }

    private void send(Email email) {
        switch (addresses.find(email.order().userId())) {
            case Address.Known recipient -> send(email, recipient);
            case Address.Erased _ -> follow(retries.onDeletedUser(), email);
            case Address.Unknown _ -> follow(retries.onUnknownAddress(email), email);
        }
    }

    private void send(Email email, Address.Known recipient) {
        try {
            smtp.send(renderer.render(smtp.createMimeMessage(), email, recipient));
        } catch (MessagingException | RuntimeException e) {
            if (!RetryPolicy.isMailFailure(e)) {
                Cause.trace(log.atError().addKeyValue("email_id", email.id())
                        .addKeyValue("order_id", email.order().id()), e).log("A mail could not be rendered or sent");
            }
            follow(retries.onFailure(email, e), email);
            return;
        }
        record(queue.sent(email), Level.INFO, email, "sent", "none", "Mail is now SENT");
    }

    private void follow(RetryPolicy.Decision decision, Email email) {
        switch (decision) {
            case Retry(var delay, var reason) -> record(queue.postpone(email, delay, reason),
                    email.attempts() == 1 ? Level.WARN : Level.DEBUG, email, "postponed", reason, "Mail postponed");
            case GiveUp(var reason) -> record(queue.fail(email.id(), email.attempts(), reason), Level.WARN, email,
                    "failed", reason, FAILED);
        }
    }

    private void giveUp(UnreadableMail mail) {
        count("failed");
        var reason = RetryPolicy.UNREADABLE.reason();
        if (queue.fail(mail.id(), mail.attempts(), reason)) {
            log.atWarn().addKeyValue("email_id", mail.id()).addKeyValue("order_id", mail.orderId())
                    .addKeyValue("reason", reason).addKeyValue("cause", Cause.of(mail)).log(FAILED);
        }
    }

    /** Logs only if the row changed. If it did not, another worker holds the mail and logs its state. */
    private void record(boolean changed, Level level, Email email, String result, String reason, String text) {
        count(result);
        if (!changed) {
            return;
        }
        log.atLevel(level).addKeyValue("email_id", email.id()).addKeyValue("order_id", email.order().id())
                .addKeyValue("template", email.template().code()).addKeyValue("attempts", email.attempts())
                .addKeyValue("reason", reason).log(text);
    }

    private void count(String result) {
        meters.counter("ashlar.mails", "result", result).increment();
    }
}
