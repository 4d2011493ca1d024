package dev.ashlar.email.mail;

import dev.ashlar.chassis.time.SqlTime;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The allowance of the mail provider: a token bucket in the database, which the workers of all instances share. One row holds the time at
 * which the bucket is full again (the generic cell rate algorithm, ITU-T I.371). The bucket holds two tokens, so mails are spread evenly.
 */
@Repository
class MailRate {

    private static final int TOKENS = 2;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration interval;

    MailRate(JdbcClient jdbc, Clock clock, MailProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.interval = properties.rate() == 0
                ? Duration.ZERO
                : Duration.ofNanos((long) (Duration.ofSeconds(1).toNanos() / properties.rate()));
    }

    boolean isLimited() {
        return !interval.isZero();
    }

    /** The time in which the bucket gains a token. */
    Duration interval() {
        return interval;
    }

    /** Returns whether there was a token. */
    boolean take() {
        var now = clock.instant();
        return jdbc.sql("""
                UPDATE mail_rate SET full_at = greatest(full_at, :now) + make_interval(secs => :seconds)
                WHERE full_at <= :latest""").param("now", SqlTime.utc(now)).param("seconds", interval.toNanos() / 1e9)
                .param("latest", SqlTime.utc(now.plus(interval.multipliedBy(TOKENS - 1)))).update() == 1;
    }

    /** Returns a token that no mail has used. */
    void giveBack() {
        jdbc.sql("UPDATE mail_rate SET full_at = full_at - make_interval(secs => :seconds)")
                .param("seconds", interval.toNanos() / 1e9).update();
    }
}
