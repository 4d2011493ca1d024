package dev.ashlar.email.mail;

import dev.ashlar.chassis.observability.Cause;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * A few threads that each take one mail after the other out of the queue; while it is empty they wait for the doorbell, and look
 * by themselves every second for what is due again or was left by another instance.
 */
@Component
final class Couriers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Couriers.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final Round round;
    private final Doorbell doorbell;
    private final int number;
    private volatile List<Thread> threads = List.of();

    Couriers(Round round, Doorbell doorbell, MailProperties properties) {
        this.round = round;
        this.doorbell = doorbell;
        this.number = properties.couriers();
    }

    private void work() {
        try {
            while (isRunning()) {
                if (!delivered()) {
                    doorbell.await(POLL);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // only stop() interrupts
        }
    }

    private boolean delivered() {
        try {
            return round.run();
        } catch (DataAccessException | TransactionException e) {
            log.atWarn().addKeyValue("cause", Cause.of(e)).log("The mail queue is out of reach");
            return false;
        } catch (RuntimeException e) {
            // The mail comes up again when its lease ends; until then there are others.
            Cause.trace(log.atError(), e).log("A courier's round failed");
            return false;
        }
    }

    @Override
    public void start() {
        threads = IntStream.range(0, number)
                .mapToObj(i -> Thread.ofVirtual().name("courier-" + i).unstarted(this::work))
                .toList();
        threads.forEach(Thread::start);
    }

    /** Lets each courier finish the mail in its hands, but not for ever: what is left then is taken over by its lease's end. */
    @Override
    public void stop() {
        var stopping = threads;
        threads = List.of();
        stopping.forEach(_ -> doorbell.ring());
        try {
            var deadline = System.nanoTime() + STOP_WITHIN.toNanos();
            for (var thread : stopping) {
                if (!thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }
}
