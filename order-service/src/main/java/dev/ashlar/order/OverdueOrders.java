package dev.ashlar.order;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Rejects orders that inventory-service has not handled in time. Without this job, an order whose event is a dead letter
 * would stay pending for ever (ADR 6). Several instances may run it at the same time.
 */
@Component
class OverdueOrders {

    private static final Logger log = LoggerFactory.getLogger(OverdueOrders.class);
    private static final int BATCH = 100;

    private final OrderLifecycle lifecycle;
    private final OrderProperties properties;
    private final Clock clock;

    OverdueOrders(OrderLifecycle lifecycle, OrderProperties properties, Clock clock) {
        this.lifecycle = lifecycle;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        var before = clock.instant().minus(properties.pendingTimeout());
        int rejected;
        do {
            rejected = lifecycle.rejectOverdue(before, BATCH);
            if (rejected > 0) {
                log.atWarn().addKeyValue("orders", rejected).log("Rejected orders that were pending for too long");
            }
        } while (rejected == BATCH);
    }
}
