package dev.ashlar.email.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailPropertiesTest {

    private final MailProperties properties = new MailProperties("shop@ashlar.local", 4, Duration.ofSeconds(60),
            Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofDays(3), Duration.ofHours(24));

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "6, 16000", "7, 30000", "8640, 30000"})
    void doublesThePauseUpToTheLongest(int attempts, long milliseconds) {
        assertThat(properties.pauseAfter(attempts)).hasMillis(milliseconds);
    }
}
