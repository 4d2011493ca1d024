package dev.ashlar.chassis.shutdown;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The first phase of a stop. Readiness is off already, but the service still accepts requests until load balancers have noticed. After it
 * the web server drains, then the listeners, then the outbox relay.
 */
final class GracePeriod implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(GracePeriod.class);

    private final Duration length;
    private volatile boolean running;

    GracePeriod(Duration length) {
        this.length = length;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            log.atInfo().addKeyValue("grace_ms", length.toMillis()).log("Stopping");
            Thread.sleep(length);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The first phase to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
