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
 * A fixed number of threads. Each sends one mail after the other. An idle worker waits until this instance queues a mail, and polls
 * every second for retries and for mails of other instances.
 */
@Component
final class MailWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailWorkers.class);
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final EmailQueue queue;
    private final EmailSender sender;
    private final int number;
    private volatile List<Thread> threads = List.of();

    MailWorkers(EmailQueue queue, EmailSender sender, MailProperties properties) {
        this.queue = queue;
        this.sender = sender;
        this.number = properties.workers();
    }

    private void work() {
        try {
            while (isRunning()) {
                var pause = sendNext();
                if (!pause.isZero()) {
                    queue.awaitMail(pause);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // only stop() interrupts
        }
    }

    private Duration sendNext() {
        try {
            return sender.sendNext();
        } catch (DataAccessException | TransactionException e) {
            log.atWarn().addKeyValue("cause", Cause.of(e)).log("The mail queue is unavailable");
            return POLL_INTERVAL;
        } catch (RuntimeException e) {
            // The mail is due again when its lease expires. Until then the worker sends other mails.
            Cause.trace(log.atError(), e).log("A mail worker's attempt failed");
            return POLL_INTERVAL;
        }
    }

    @Override
    public void start() {
        threads = IntStream.range(0, number)
                .mapToObj(i -> Thread.ofVirtual().name("mail-worker-" + i).unstarted(this::work))
                .toList();
        threads.forEach(Thread::start);
    }

    /** Lets each worker finish its current mail for up to 10 s. Then the lease expires and another instance sends the mail. */
    @Override
    public void stop() {
        var stopping = threads;
        threads = List.of();
        stopping.forEach(_ -> queue.wakeWorker());
        try {
            var deadline = System.nanoTime() + STOP_TIMEOUT.toNanos();
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
