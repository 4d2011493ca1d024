package dev.ashlar.user.attempt;

import dev.ashlar.chassis.security.SecurityEvent;
import dev.ashlar.user.UserId;
import dev.ashlar.user.attempt.AttemptStore.Attempt;
import dev.ashlar.user.attempt.TooManyFailures.Limit;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Limits failed attempts on a password: for each account and address, and for each account (ADR 24). An attempt counts from before
 * its hash is computed, so that concurrent guesses cannot exceed the limit. A right password removes the attempt.
 */
@Component
@EnableConfigurationProperties(AttemptLimits.class)
public class PasswordAttempts {

    private static final Duration MAX_WAIT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final AttemptLimits limits;
    private final AttemptStore store;
    private final MeterRegistry meters;

    PasswordAttempts(AttemptLimits limits, AttemptStore store, MeterRegistry meters) {
        this.limits = limits;
        this.store = store;
        this.meters = meters;
    }

    /**
     * Runs the check and returns its result. False counts as a failure.
     *
     * @param email of the account, whether the account exists or not
     * @param userId for the log; null if no account has the e-mail address
     * @param address the client's network address
     * @throws TooManyFailures before the check, if a limit is reached
     * @throws org.springframework.dao.DataAccessException if the session Redis is unavailable
     */
    public boolean succeeds(String email, @Nullable UserId userId, String address, BooleanSupplier check) {
        if (!limits.enabled()) {
            return check.getAsBoolean();
        }
        var attempt = Attempt.on(email, address);
        begin(attempt, userId, address);
        var right = run(check, attempt);
        if (right) {
            store.forget(attempt);
        } else {
            store.failed(attempt);
        }
        return right;
    }

    /** Waits if the limit is reached by attempts that are still being checked: a right password does not count. */
    private void begin(Attempt attempt, @Nullable UserId userId, String address) {
        var window = limits.failedLoginsWindow();
        for (var pauses = MAX_WAIT.dividedBy(PAUSE);; pauses--) {
            var begun = store.begin(attempt, window, limits.failedLoginsFromAddress(), limits.failedLogins());
            if (begun.reached() == 0) {
                return;
            }
            if (begun.waitMillis() > 0 || pauses == 0) {
                throw refused(limit(begun.reached()), begun.waitMillis(), userId, address);
            }
            pause();
        }
    }

    private TooManyFailures refused(Limit limit, long waitMillis, @Nullable UserId userId, String address) {
        meters.counter("ashlar.limits.refused", "policy", limit.name()).increment();
        SecurityEvent.LOG_IN_THROTTLED.line().addKeyValue("policy", limit.name())
                .addKeyValue("user_id", userId == null ? "unknown" : userId).addKeyValue("address", address).log();
        return new TooManyFailures(limit, Duration.ofMillis(waitMillis));
    }

    /** An exception says nothing about the password, so the attempt does not count. */
    private boolean run(BooleanSupplier check, Attempt attempt) {
        try {
            return check.getAsBoolean();
        } catch (RuntimeException e) {
            store.forget(attempt);
            throw e;
        }
    }

    private Limit limit(long key) {
        var window = limits.failedLoginsWindow();
        return List.of(new Limit("failed-logins-from-address", limits.failedLoginsFromAddress(), window),
                new Limit("failed-logins", limits.failedLogins(), window)).get((int) key - 1);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for other attempts", e);
        }
    }
}
