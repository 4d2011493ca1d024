package dev.ashlar.email.mail;

import dev.ashlar.chassis.observability.Cause;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;

/**
 * Decides if a mail that was not sent is tried again, when, and when it has failed. A malformed address and an address that the
 * server refuses permanently (5yz, RFC 5321 section 4.2.1) are never retried. Every other failure is retried, because an operator
 * can repair it: the server is down, refuses the sender or has no space. Reasons contain no e-mail address.
 */
@Component
final class RetryPolicy {

    /** What to do with a mail that was not sent. */
    sealed interface Decision {}

    record Retry(Duration delay, String reason) implements Decision {}

    record GiveUp(String reason) implements Decision {}

    /** For a row that this version of the service cannot read. */
    static final GiveUp UNREADABLE = new GiveUp("unreadable");

    private static final int PERMANENT = 5;
    private static final int MAX_DOUBLINGS = 20;

    private final MailProperties properties;
    private final Clock clock;

    RetryPolicy(MailProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** Rendering or sending failed. */
    Decision onFailure(Email email, Exception e) {
        if (!isMailFailure(e)) {
            return retry(email, "fault");
        }
        return causes(e).filter(RetryPolicy::isPermanent).findFirst()
                .<Decision>map(refusal -> new GiveUp(reason(refusal)))
                .orElseGet(() -> retry(email, reason(causes(e).reduce(e, (_, deeper) -> deeper))));
    }

    /** The user's first event may still arrive: users and orders are different streams. */
    Decision onUnknownAddress(Email email) {
        var reason = "address_unknown";
        return isOlderThan(properties.awaitAddressFor(), email) ? new GiveUp(reason) : retry(email, reason);
    }

    Decision onDeletedUser() {
        return new GiveUp("user_deleted");
    }

    /** False for a fault of this service's own code. */
    static boolean isMailFailure(Exception e) {
        return e instanceof MailException || e instanceof MessagingException;
    }

    private Decision retry(Email email, String reason) {
        return isOlderThan(properties.giveUpAfter(), email)
                ? new GiveUp(reason)
                : new Retry(backoff(email.attempts()), reason);
    }

    private boolean isOlderThan(Duration limit, Email email) {
        return Duration.between(email.createdAt(), clock.instant()).compareTo(limit) >= 0;
    }

    private Duration backoff(int attempts) {
        var doublings = Math.min(attempts - 1, MAX_DOUBLINGS);
        var delay = properties.firstBackoff().multipliedBy(1L << doublings);
        return delay.compareTo(properties.maxBackoff()) > 0 ? properties.maxBackoff() : delay;
    }

    private static Stream<Throwable> causes(Throwable e) {
        var next = e instanceof MailSendException all && all.getMessageExceptions().length > 0
                ? Arrays.stream(all.getMessageExceptions())
                : Stream.ofNullable(e.getCause());
        return Stream.concat(Stream.of(e), next.filter(Objects::nonNull).flatMap(RetryPolicy::causes));
    }

    private static boolean isPermanent(Throwable e) {
        return e instanceof AddressException
                || e instanceof SMTPAddressFailedException refused && refused.getReturnCode() / 100 == PERMANENT;
    }

    private static String reason(Throwable e) {
        return switch (e) {
            case SMTPAddressFailedException refused -> "smtp_" + refused.getReturnCode();
            case SMTPSendFailedException refused -> "smtp_" + refused.getReturnCode();
            case AddressException _ -> "malformed_address";
            default -> Cause.of(e);
        };
    }
}
