package dev.ashlar.chassis.fault;

import dev.ashlar.chassis.observability.Cause;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Detects within 5 s that a store's host name resolves to other addresses. Connections to the old address may still work, for example
 * to a former primary that is a replica now. Nothing else would close them.
 */
public final class AddressWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AddressWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final String host;
    private final Resolver resolver;
    private final Runnable onMove;
    private Set<InetAddress> known = Set.of();
    private volatile @Nullable Thread thread;

    interface Resolver {

        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** @param onMove closes the connections to the old address */
    public AddressWatch(String host, Runnable onMove) {
        this(host, InetAddress::getAllByName, onMove);
    }

    AddressWatch(String host, Resolver resolver, Runnable onMove) {
        this.host = host;
        this.resolver = resolver;
        this.onMove = onMove;
    }

    private void run() {
        try {
            while (thread == Thread.currentThread()) {
                check();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            log.atDebug().addKeyValue("host", host).log("The address watch has stopped"); // only stop() interrupts
        }
    }

    /** A name may resolve to several addresses, in any order. The store has moved when none of the old addresses is left. */
    void check() {
        try {
            var found = Set.copyOf(List.of(resolver.resolve(host)));
            var moved = !known.isEmpty() && Collections.disjoint(known, found);
            known = found;
            if (moved) {
                log.atWarn().addKeyValue("host", host).log("A store has moved to another address");
                onMove.run();
            }
        } catch (UnknownHostException e) {
            Cause.trace(log.atDebug().addKeyValue("host", host), e).log("A store's host name has no address");
        } catch (RuntimeException e) {
            Cause.trace(log.atWarn().addKeyValue("host", host), e).log("Old connections could not be closed");
        }
    }

    @Override
    public void start() {
        var watch = Thread.ofVirtual().name("address-watch").unstarted(this::run);
        thread = watch;
        watch.start();
    }

    @Override
    public void stop() {
        var watch = thread;
        thread = null;
        if (watch != null) {
            watch.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
