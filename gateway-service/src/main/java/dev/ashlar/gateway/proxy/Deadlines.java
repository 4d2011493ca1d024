package dev.ashlar.gateway.proxy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Checks all calls ten times a second. The timeout of a socket is not enough: it is for one read, so an upstream that sends a byte now
 * and then would never time out.
 */
@Component
final class Deadlines implements SmartLifecycle {

    private static final long TICK_MILLIS = 100;

    private final Set<UpstreamCall> calls = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Thread ticker;

    void add(UpstreamCall call) {
        calls.add(call);
    }

    void remove(UpstreamCall call) {
        calls.remove(call);
    }

    private void tickPeriodically() {
        try {
            while (ticker == Thread.currentThread()) {
                Thread.sleep(TICK_MILLIS);
                var now = System.nanoTime();
                calls.forEach(call -> call.check(now));
            }
        } catch (InterruptedException _) {
            // only stop() interrupts
        }
    }

    @Override
    public void start() {
        var thread = Thread.ofVirtual().name("deadlines").unstarted(this::tickPeriodically);
        ticker = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var thread = ticker;
        ticker = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return ticker != null;
    }

    /** Stops after the web server, which completes the requests in flight first. */
    @Override
    public int getPhase() {
        return 0;
    }
}
