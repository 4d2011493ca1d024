package dev.ashlar.email.mail;

import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.messaging.TraceContext;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/** A courier's round: take a mail out of the queue, try to deliver it, write down how that ended. */
@Component
final class Round {

    private static final Logger log = LoggerFactory.getLogger(Round.class);
    private static final String FAILED = "Mail is now FAILED";

    private final EmailQueue queue;
    private final Delivery delivery;
    private final TraceContext traces;
    private final MailProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;

    Round(EmailQueue queue, Delivery delivery, TraceContext traces, MailProperties properties, Clock clock,
            MeterRegistry meters) {
        this.queue = queue;
        this.delivery = delivery;
        this.traces = traces;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
    }

    /** Whether there was a mail to deliver. */
    boolean run() {
        try {
            var claimed = queue.claim(properties.lease());
            claimed.ifPresent(email -> traces.resume(email.origin(), "mail",
                    () -> conclude(email, delivery.attempt(email))));
            return claimed.isPresent();
        } catch (UnreadableMail e) {
            traces.resume(e.origin(), "mail", () -> giveUp(e));
            return true;
        }
    }

    /** It would be as unreadable the next time. */
    private void giveUp(UnreadableMail mail) {
        count("failed");
        if (queue.fail(mail.id(), mail.attempts(), "unreadable")) {
            log.atWarn().addKeyValue("email_id", mail.id()).addKeyValue("order_id", mail.orderId())
                    .addKeyValue("reason", "unreadable").addKeyValue("cause", Cause.of(mail)).log(FAILED);
        }
    }

    private void conclude(Email email, Attempt attempt) {
        switch (attempt) {
            case Attempt.Delivered _ -> tell(queue.sent(email), Level.INFO, email, "sent", "none", "Mail is now SENT");
            case Attempt.Postponed(var reason) when isTooOld(email) -> fail(email, reason);
            case Attempt.Postponed(var reason) -> {
                var changed = queue.postpone(email, properties.pauseAfter(email.attempts()), reason);
                tell(changed, email.attempts() == 1 ? Level.WARN : Level.DEBUG, email, "postponed", reason,
                        "Mail postponed");
            }
            case Attempt.Refused(var reason) -> fail(email, reason);
        }
    }

    private boolean isTooOld(Email email) {
        return Duration.between(email.createdAt(), clock.instant()).compareTo(properties.giveUpAfter()) >= 0;
    }

    private void fail(Email email, String reason) {
        var changed = queue.fail(email.id(), email.attempts(), reason);
        tell(changed, Level.WARN, email, "failed", reason, FAILED);
    }

    /** Nothing is told if nothing changed: then another courier had the mail meanwhile and tells its state. */
    private void tell(boolean changed, Level level, Email email, String result, String reason, String text) {
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
