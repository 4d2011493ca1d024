package dev.ashlar.chassis.messaging;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Drives the relay's rounds: woken after each commit of this instance; between, it polls, ever more slowly, for what other or
 * dead instances left; after a failed round it backs off and lets nobody wake it (ADR 3).
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration SHORTEST = Duration.ofMillis(25);
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final OutboxRound round;
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread thread;

    OutboxRelay(OutboxRound round) {
        this.round = round;
    }

    void wake() {
        woken.release();
    }

    private void run() {
        var pause = SHORTEST;
        while (thread == Thread.currentThread()) {
            try {
                pause = switch (round.run()) {
                    case MORE -> Duration.ZERO;
                    case DONE -> idle(pause) ? SHORTEST : longer(pause);
                    case FAILED -> backOff(pause);
                };
            } catch (InterruptedException _) {
                return; // only stop() interrupts
            }
        }
        relayLast();
    }

    /** What was committed during the round before is not left to the next start. */
    private void relayLast() {
        try {
            round.run();
        } catch (InterruptedException _) {
            log.info("Stopped before the last round");
        }
    }

    /** Whether there is news before the pause is over. */
    private boolean idle(Duration pause) throws InterruptedException {
        var news = woken.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        woken.drainPermits();
        return news;
    }

    private Duration backOff(Duration pause) throws InterruptedException {
        var longer = longer(pause);
        log.atWarn().addKeyValue("pause_ms", longer.toMillis()).log("The outbox could not be relayed");
        Thread.sleep(longer);
        return longer;
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause.multipliedBy(2);
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    @Override
    public void start() {
        var relay = Thread.ofVirtual().name("outbox-relay").unstarted(this::run);
        thread = relay;
        relay.start();
    }

    @Override
    public void stop() {
        var relay = thread;
        thread = null;
        if (relay != null) {
            wake();
            try {
                if (!relay.join(STOP_WITHIN)) {
                    relay.interrupt();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Stops after the web server and the listeners, whose last transactions still want their events sent. */
    @Override
    public int getPhase() {
        return 0;
    }
}
