package dev.ashlar.email.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Wakes an idle courier as soon as a mail of this instance is in the queue. */
@Component
class Doorbell {

    private final Semaphore rings = new Semaphore(0);
    private final int couriers;

    Doorbell(MailProperties properties) {
        this.couriers = properties.couriers();
    }

    /** More rings than couriers would only make them look into an empty queue. */
    @TransactionalEventListener(MailQueued.class)
    void ring() {
        if (rings.availablePermits() < couriers) {
            rings.release();
        }
    }

    void await(Duration atMost) throws InterruptedException {
        var _ = rings.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
