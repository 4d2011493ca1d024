package dev.ashlar.user.attempt;

import dev.ashlar.chassis.security.SecurityEvent;
import dev.ashlar.user.attempt.AttemptStore.Attempt;
import dev.ashlar.user.attempt.TooManyFailures.Limit;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Bounds how often a password may be guessed, for an account from an address and for an account. An attempt counts from before
 * its hash is computed, so that many at a time get no further than one after another; it is forgotten if the password was right.
 */
@Component
@EnableConfigurationProperties(AttemptLimits.class)
public class Attempts {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final AttemptLimits limits;
    private final AttemptStore store;
    private final MeterRegistry meters;

    Attempts(AttemptLimits limits, AttemptStore store, MeterRegistry meters) {
        this.limits = limits;
        this.store = store;
        this.meters = meters;
    }

    /**
     * What the check says, which counts as a failure if that is false.
     *
     * @param email of the account, whether there is one or not
     * @param account its id, for the log; null if there is none
     * @param address where the guess comes from
     * @throws TooManyFailures instead of the check, if there were too many before
     * @throws org.springframework.dao.DataAccessException if the session Redis is away
     */
    public boolean succeeds(String email, @Nullable UUID account, String address, BooleanSupplier check) {
        if (!limits.enabled()) {
            return check.getAsBoolean();
        }
        var attempt = Attempt.on(email, address);
        begin(attempt, account, address);
        var right = judge(attempt, check);
        if (right) {
            store.forget(attempt);
        } else {
            store.failed(attempt);
        }
        return right;
    }

    /**
     * While others are being checked that may turn out right, it is not known whether this one is too many: right passwords are
     * free, however many come at a time.
     */
    private void begin(Attempt attempt, @Nullable UUID account, String address) {
        var window = limits.failedLoginsWindow();
        for (var pauses = PATIENCE.dividedBy(PAUSE);; pauses--) {
            var begun = store.begin(attempt, window, limits.failedLoginsFromAddress(), limits.failedLogins());
            if (begun.reached() == 0) {
                return;
            }
            if (begun.waitMillis() > 0 || pauses == 0) {
                var limit = reached(begun.reached());
                meters.counter("ashlar.limits.refused", "policy", limit.name()).increment();
                SecurityEvent.LOG_IN_THROTTLED.line().addKeyValue("policy", limit.name())
                        .addKeyValue("user_id", account == null ? "unknown" : account)
                        .addKeyValue("address", address).log();
                throw new TooManyFailures(limit, Duration.ofMillis(begun.waitMillis()));
            }
            pause();
        }
    }

    /** A check that broke off says nothing about the password. */
    private boolean judge(Attempt attempt, BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (RuntimeException e) {
            store.forget(attempt);
            throw e;
        }
    }

    private Limit reached(long key) {
        var window = limits.failedLoginsWindow();
        return List.of(new Limit("failed-logins-from-address", limits.failedLoginsFromAddress(), window),
                new Limit("failed-logins", limits.failedLogins(), window)).get((int) key - 1);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while others were being checked", e);
        }
    }
}
