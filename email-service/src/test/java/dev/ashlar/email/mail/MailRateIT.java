package dev.ashlar.email.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EmailServiceWithOwnMailServer
class MailRateIT {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fillTheBucket() {
        jdbc.sql("UPDATE mail_rate SET full_at = '2020-01-01T00:00:00Z'").update();
    }

    @Test
    void allowsAsManyMailsAsTheRateInAnyPeriod() {
        var rate = rate(10);

        var allowed = IntStream.range(0, 1_000).filter(_ -> {
            now.updateAndGet(time -> time.plusMillis(10));
            return rate.take();
        }).count();

        assertThat(allowed).isBetween(100L, 102L); // in ten seconds
    }

    @Test
    void isSharedByAllInstances() {
        var one = rate(10);
        var another = rate(10);

        assertThat(one.take()).isTrue();
        assertThat(another.take()).isTrue();
        assertThat(one.take()).isFalse();
        assertThat(another.take()).isFalse();
    }

    @Test
    void takesATokenBackThatNoMailHasUsed() {
        var rate = rate(0.1);
        rate.take();
        rate.take();

        rate.giveBack();

        assertThat(rate.take()).isTrue();
        assertThat(rate.take()).isFalse();
    }

    @Test
    void isUnlimitedAtZero() {
        assertThat(rate(0).isLimited()).isFalse();
    }

    private MailRate rate(double perSecond) {
        return new MailRate(jdbc, clock, new MailProperties("shop@ashlar.local", 1, Duration.ZERO, Duration.ZERO,
                Duration.ZERO, Duration.ZERO, Duration.ZERO, perSecond));
    }
}
