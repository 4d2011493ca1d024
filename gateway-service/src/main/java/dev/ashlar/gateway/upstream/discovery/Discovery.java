package dev.ashlar.gateway.upstream.discovery;

import dev.ashlar.chassis.observability.Cause;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Reads the instances of one upstream again and again. A read that takes longer than its period delays the next one. */
public final class Discovery {

    private static final Logger log = LoggerFactory.getLogger(Discovery.class);

    private final String upstream;
    private final InstanceSource source;
    private final Consumer<List<Endpoint>> target;
    private final LongSupplier nanos;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile long due;
    private volatile boolean failing;

    public Discovery(String upstream, InstanceSource source, Consumer<List<Endpoint>> target, LongSupplier nanos) {
        this.upstream = upstream;
        this.source = source;
        this.target = target;
        this.nanos = nanos;
    }

    /** Reads the instances now. After a failure, the previous instances remain. */
    public void run() {
        try {
            target.accept(source.read());
            failing = false;
        } catch (IOException | RuntimeException e) { // the next read may succeed
            log.atLevel(failing ? Level.DEBUG : Level.WARN).addKeyValue("upstream", upstream)
                    .addKeyValue("cause", Cause.of(e))
                    .log("The addresses of the services cannot be read: the last ones remain");
            failing = true;
        } finally {
            due = nanos.getAsLong() + source.period().toNanos();
        }
    }

    /** Starts a read if one is due and none is running. */
    public void tick(Executor executor) {
        if (nanos.getAsLong() - due >= 0 && running.compareAndSet(false, true)) {
            executor.execute(() -> {
                try {
                    run();
                } finally {
                    running.set(false);
                }
            });
        }
    }
}
