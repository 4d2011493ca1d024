package dev.ashlar.email.mail;

import dev.ashlar.chassis.observability.Cause;
import jakarta.mail.internet.AddressException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailSendException;

/**
 * Tells what no repetition mends, an address that is none or that the server refuses for good (5yz, RFC 5321 section 4.2.1),
 * from what an operator may mend: a server away, refusing the sender, or short of space. Reasons name no address.
 */
final class SmtpRefusal {

    private static final int PERMANENT = 5;

    private SmtpRefusal() {}

    static Attempt judge(Exception e) {
        return causes(e).filter(SmtpRefusal::isPermanent).findFirst()
                .<Attempt>map(refusal -> new Attempt.Refused(reason(refusal)))
                .orElseGet(() -> new Attempt.Postponed(reason(causes(e).reduce(e, (_, deeper) -> deeper))));
    }

    private static Stream<Throwable> causes(Throwable e) {
        var below = e instanceof MailSendException all && all.getMessageExceptions().length > 0
                ? Arrays.stream(all.getMessageExceptions())
                : Stream.ofNullable(e.getCause());
        return Stream.concat(Stream.of(e), below.filter(Objects::nonNull).flatMap(SmtpRefusal::causes));
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
