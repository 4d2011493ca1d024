package dev.ashlar.chassis.messaging;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Relays one topic's events, on a thread of its own: a topic that fails holds up no other. After a failed round the lane backs off
 * and lets nobody wake it (ADR 3, 35).
 */
final class OutboxLane {

    private static final Logger log = LoggerFactory.getLogger(OutboxLane.class);
    private static final Duration SHORTEST = Duration.ofMillis(25);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final String topic;
    private final OutboxRound round;
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    OutboxLane(String topic, OutboxRound round) {
        this.topic = topic;
        this.round = round;
        this.thread = Thread.ofVirtual().name("outbox-" + topic).start(this::run);
    }

    void wake() {
        woken.release();
    }

    private void run() {
        try {
            var pause = Duration.ZERO;
            while (!stopping) {
                pause = switch (round.run()) {
                    case MORE -> Duration.ZERO;
                    case DONE -> untilWoken();
                    case FAILED -> backOff(pause);
                };
            }
            round.run(); // what was committed during the round before is not left to the next start
        } catch (InterruptedException _) {
            log.atInfo().addKeyValue("topic", topic).log("Stopped before the last events were sent");
        }
    }

    private Duration untilWoken() throws InterruptedException {
        woken.acquire();
        woken.drainPermits();
        return Duration.ZERO;
    }

    private Duration backOff(Duration pause) throws InterruptedException {
        var doubled = pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause.multipliedBy(2);
        var longer = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        log.atWarn().addKeyValue("topic", topic).addKeyValue("pause_ms", longer.toMillis())
                .addKeyValue("cause", round.cause()).log("The outbox could not be relayed");
        Thread.sleep(longer);
        return longer;
    }

    /** Ends after one more round. Returns at once. */
    void stop() {
        stopping = true;
        wake();
    }

    /** Waits for the end, and interrupts what takes longer. */
    void join(Duration most) throws InterruptedException {
        if (!thread.join(most)) {
            thread.interrupt();
        }
    }
}
