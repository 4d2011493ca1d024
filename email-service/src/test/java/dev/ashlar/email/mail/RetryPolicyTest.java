package dev.ashlar.email.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.email.mail.RetryPolicy.GiveUp;
import dev.ashlar.email.mail.RetryPolicy.Retry;
import dev.ashlar.messaging.Origin;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.MailSendException;

class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(3);
    private static final Duration AWAIT_ADDRESS_FOR = Duration.ofHours(24);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);

    private final RetryPolicy policy = new RetryPolicy(
            new MailProperties("shop@ashlar.local", 4, Duration.ofSeconds(60), FIRST_BACKOFF, Duration.ofSeconds(30),
                    GIVE_UP_AFTER, AWAIT_ADDRESS_FOR, 0),
            Clock.fixed(NOW, ZoneOffset.UTC));
    private final Email email = email(1, Duration.ZERO);

    @Test
    void givesUpOnAnAddressThatTheServerRefusesPermanently() {
        assertThat(policy.onFailure(email, refusedWith(550))).isEqualTo(new GiveUp("smtp_550"));
    }

    @Test
    void givesUpOnAMalformedAddress() {
        assertThat(policy.onFailure(email, new AddressException("Missing final '@domain'")))
                .isEqualTo(new GiveUp("malformed_address"));
    }

    @Test
    void retriesATemporaryRefusal() {
        assertThat(policy.onFailure(email, refusedWith(450))).isEqualTo(retry("smtp_450"));
    }

    @Test
    void retriesIfTheServerRefusesTheSender() {
        var refusal = new SMTPSendFailedException("MAIL FROM", 530, "Authentication required", null, null, null, null);

        assertThat(policy.onFailure(email, failed(refusal))).isEqualTo(retry("smtp_530"));
    }

    @Test
    void retriesIfTheServerIsDown() {
        assertThat(policy.onFailure(email, serverDown())).isEqualTo(retry("ConnectException: Connection refused"));
    }

    @Test
    void retriesAfterAFaultOfThisService() {
        assertThat(policy.onFailure(email, new IllegalStateException("a fault"))).isEqualTo(retry("fault"));
    }

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "6, 16000", "7, 30000", "8640, 30000"})
    void doublesTheBackoffUpToTheMaximum(int attempts, long milliseconds) {
        assertThat(policy.onFailure(email(attempts, Duration.ZERO), refusedWith(450)))
                .isEqualTo(new Retry(Duration.ofMillis(milliseconds), "smtp_450"));
    }

    @Test
    void givesUpOnAMailOfThreeDays() {
        assertThat(policy.onFailure(email(1, GIVE_UP_AFTER.minusMillis(1)), refusedWith(450)))
                .isEqualTo(retry("smtp_450"));
        assertThat(policy.onFailure(email(1, GIVE_UP_AFTER), refusedWith(450))).isEqualTo(new GiveUp("smtp_450"));
        assertThat(policy.onFailure(email(1, GIVE_UP_AFTER), new IllegalStateException()))
                .isEqualTo(new GiveUp("fault"));
    }

    @Test
    void awaitsAnUnknownAddressForADay() {
        assertThat(policy.onUnknownAddress(email(1, AWAIT_ADDRESS_FOR.minusMillis(1))))
                .isEqualTo(retry("address_unknown"));
        assertThat(policy.onUnknownAddress(email(1, AWAIT_ADDRESS_FOR))).isEqualTo(new GiveUp("address_unknown"));
    }

    @Test
    void givesUpOnADeletedUser() {
        assertThat(policy.onDeletedUser()).isEqualTo(new GiveUp("user_deleted"));
    }

    private static Retry retry(String reason) {
        return new Retry(FIRST_BACKOFF, reason);
    }

    private static Email email(int attempts, Duration age) {
        return new Email(UuidCreator.getTimeOrderedEpoch(), Template.ORDER_RECEIVED, Orders.placed(1), attempts,
                NOW.minus(age), new Origin(null, null));
    }

    private static MailSendException serverDown() {
        return new MailSendException("Mail server connection failed",
                new MessagingException("Couldn't connect", new ConnectException("Connection refused")));
    }

    /** Angus reports the refusal of an address as the next exception of the exception for the whole mail. */
    private static MailSendException refusedWith(int code) {
        var address = new InternetAddress();
        address.setAddress("nobody@example.org");
        var refusal = new SMTPAddressFailedException(address, "RCPT TO:<nobody@example.org>", code, "No such user");
        return failed(new SendFailedException("Invalid Addresses", refusal));
    }

    private static MailSendException failed(Exception refusal) {
        return new MailSendException(Map.of("mail", refusal));
    }
}
