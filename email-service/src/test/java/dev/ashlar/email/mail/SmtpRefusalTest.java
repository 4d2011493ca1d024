package dev.ashlar.email.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.ConnectException;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailSendException;

class SmtpRefusalTest {

    @Test
    void givesUpOnAnAddressThatTheServerRefusesForGood() {
        assertThat(SmtpRefusal.judge(refusedWith(550))).isEqualTo(new Attempt.Refused("smtp_550"));
    }

    @Test
    void triesAgainWhereTheRefusalIsTemporary() {
        assertThat(SmtpRefusal.judge(refusedWith(450))).isEqualTo(new Attempt.Postponed("smtp_450"));
    }

    @Test
    void triesAgainWhereTheSenderIsRefused() {
        var refusal = new SMTPSendFailedException("MAIL FROM", 530, "Authentication required", null, null, null, null);

        assertThat(SmtpRefusal.judge(failed(refusal))).isEqualTo(new Attempt.Postponed("smtp_530"));
    }

    @Test
    void triesAgainWhereNoServerAnswers() {
        var away = new MessagingException("Couldn't connect", new ConnectException("Connection refused"));

        assertThat(SmtpRefusal.judge(new MailSendException("Mail server connection failed", away)))
                .isEqualTo(new Attempt.Postponed("ConnectException: Connection refused"));
    }

    @Test
    void givesUpOnWhatIsNoAddress() {
        assertThat(SmtpRefusal.judge(new AddressException("Missing final '@domain'")))
                .isEqualTo(new Attempt.Refused("malformed_address"));
    }

    /** As Angus reports it: the refusal of the address is the next exception of the one for the whole mail. */
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
