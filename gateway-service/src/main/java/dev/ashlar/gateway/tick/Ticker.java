package dev.ashlar.gateway.tick;

import dev.ashlar.chassis.observability.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs each {@link Tick} ten times a second. The jobs of the chassis stop too early for this: they stop before the web server has
 * completed its requests.
 */
@Component
final class Ticker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Ticker.class);
    private static final long PERIOD_MILLIS = 100;

    private final List<Tick> ticks;
    private volatile @Nullable Thread thread;

    Ticker(List<Tick> ticks) {
        this.ticks = ticks;
    }

    private void run() {
        try {
            while (thread == Thread.currentThread()) {
                Thread.sleep(PERIOD_MILLIS);
                ticks.forEach(Ticker::run);
            }
        } catch (InterruptedException _) {
            // only stop() interrupts
        }
    }

    private static void run(Tick tick) {
        try {
            tick.tick();
        } catch (RuntimeException e) { // the next tick may succeed
            log.atError().addKeyValue("cause", Cause.of(e)).log("Periodic work has failed");
        }
    }

    @Override
    public void start() {
        var next = Thread.ofVirtual().name("ticker").unstarted(this::run);
        thread = next;
        next.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Stops after the web server, which completes the requests in flight first. */
    @Override
    public int getPhase() {
        return 0;
    }
}
