package dev.ashlar.messaging;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Relays one topic's events, on a thread of its own: a topic that fails holds up no other. After a failed round the lane backs off
 * and lets nobody wake it (ADR 3, 35).
 */
final class OutboxLane implements Repeated.Work {

    private static final Logger log = LoggerFactory.getLogger(OutboxLane.class);

    private final String topic;
    private final OutboxRound round;
    private final Pauses pauses = new Pauses(Duration.ofMillis(25), Duration.ofSeconds(1));

    private OutboxLane(String topic, OutboxRound round) {
        this.topic = topic;
        this.round = round;
    }

    static Repeated start(String topic, OutboxRound round) {
        var lane = new Repeated("outbox-" + topic, new OutboxLane(topic, round));
        lane.start(Duration.ZERO);
        return lane;
    }

    @Override
    public Duration run(boolean woken) throws InterruptedException {
        var outcome = round.run();
        if (outcome == OutboxRound.Outcome.FAILED) {
            backOff();
            return Duration.ZERO;
        }
        pauses.reset();
        return outcome == OutboxRound.Outcome.MORE ? Duration.ZERO : Repeated.UNTIL_WOKEN;
    }

    private void backOff() throws InterruptedException {
        var pause = pauses.next();
        log.atWarn().addKeyValue("topic", topic).addKeyValue("pause_ms", pause.toMillis())
                .addKeyValue("cause", round.cause()).log("The outbox could not be relayed");
        Thread.sleep(pause);
    }

    /** What was committed during the last round is not left to the next start. */
    @Override
    public void finish() throws InterruptedException {
        round.run();
    }

    @Override
    public void interrupted() {
        log.atInfo().addKeyValue("topic", topic).log("Stopped before the last events were sent");
    }
}
