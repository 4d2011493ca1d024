package dev.ashlar.email.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param from the sender's address
 * @param workers the number of mails that an instance sends at the same time
 * @param lease the time after which another worker may claim the mail. It must be longer than an SMTP session can last
 * @param firstBackoff the delay before the second attempt. Each further delay is twice as long
 * @param maxBackoff the longest delay between two attempts
 * @param giveUpAfter the age at which a mail that cannot be sent has failed
 * @param rate mails per second of all instances together; 0 for no limit
 * @param awaitAddressFor the age at which a mail has failed because the user's address is still unknown
 */
@Validated
@ConfigurationProperties("ashlar.mail")
record MailProperties(@NotBlank @Email String from, @Positive int workers, Duration lease, Duration firstBackoff,
        Duration maxBackoff, Duration giveUpAfter, Duration awaitAddressFor,
        @DefaultValue("0") @PositiveOrZero @Max(10_000) double rate) {}
