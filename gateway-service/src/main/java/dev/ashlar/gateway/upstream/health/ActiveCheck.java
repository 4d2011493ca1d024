package dev.ashlar.gateway.upstream.health;

import dev.ashlar.chassis.observability.Cause;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The repeated check of one instance. A check that takes longer than the interval delays the next one. */
public final class ActiveCheck {

    private static final Logger log = LoggerFactory.getLogger(ActiveCheck.class);

    private final CheckTarget target;
    private final HealthSettings settings;
    private final CheckState state;
    private final Checker checker;
    private final Runnable onChange;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile long due;
    private volatile boolean ready = true;

    /**
     * What the checks of all instances share.
     *
     * @param nanos the clock
     * @param jitter multiplies each interval by a value around 1, so that the checks of several gateways spread
     */
    public record Checker(Probe probe, Executor executor, LongSupplier nanos, Jitter jitter) {}

    /** Returns a factor around 1. */
    @FunctionalInterface
    public interface Jitter {

        double next();
    }

    /** @param onChange called after the health or the readiness has changed */
    public ActiveCheck(CheckTarget target, HealthSettings settings, CheckState state, Checker checker,
            Runnable onChange) {
        this.target = target;
        this.settings = settings;
        this.state = state;
        this.checker = checker;
        this.onChange = onChange;
        this.due = checker.nanos.getAsLong();
    }

    /** Starts a check if one is due and none is running. Does not wait for the result. */
    public void tick() {
        if (checker.nanos.getAsLong() - due >= 0 && running.compareAndSet(false, true)) {
            checker.executor.execute(this::run);
        }
    }

    /** False if the instance is live, but its readiness check fails. */
    public boolean isReady() {
        return ready;
    }

    private void run() {
        try {
            var start = checker.nanos.getAsLong();
            var live = succeeds(settings.path(), false);
            var nowReady = live && settings.ready() != null ? succeeds(settings.ready(), ready) : ready;
            var changed = state.add(live) | nowReady != ready;
            ready = nowReady;
            due = start + pause().toNanos();
            if (changed) {
                onChange.run();
            }
        } finally {
            running.set(false);
        }
    }

    private Duration pause() {
        return state.health() == CheckState.Health.UNKNOWN
                ? settings.startInterval()
                : Duration.ofNanos((long) (settings.interval().toNanos() * checker.jitter.next()));
    }

    /** @param otherwise the result if there is no response */
    private boolean succeeds(String path, boolean otherwise) {
        try {
            var status = checker.probe.status(target, path, settings.timeout());
            return status >= 200 && status < 300;
        } catch (IOException | RuntimeException e) {
            log.atDebug().addKeyValue("instance", target.address()).addKeyValue("cause", Cause.of(e))
                    .log("A health check got no response");
            return otherwise;
        }
    }
}
