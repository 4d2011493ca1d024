package dev.ashlar.email.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How mails are sent.
 *
 * @param from the sender's address
 * @param couriers how many mails are sent at a time
 * @param lease how long a courier may take; then another one takes over. Longer than an SMTP dialogue can last
 * @param shortestPause between the first attempt and the second; doubled each time
 * @param longestPause between any two attempts
 * @param giveUpAfter age at which a mail that could not be delivered has failed
 * @param expectAddressWithin age at which a mail to an unknown user has failed
 */
@Validated
@ConfigurationProperties("ashlar.mail")
record MailProperties(@NotBlank @Email String from, @Positive int couriers, Duration lease, Duration shortestPause,
        Duration longestPause, Duration giveUpAfter, Duration expectAddressWithin) {

    /** The pause after the given number of attempts. */
    Duration pauseAfter(int attempts) {
        var doublings = Math.min(attempts - 1, 20);
        var pause = shortestPause.multipliedBy(1L << doublings);
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
