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
 * Notices within 5 s that the host name of a store stands for other addresses. Connections to the old address may go on working,
 * for example to a former primary that is a replica now. Nothing else would end them.
 */
public final class AddressWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AddressWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final String host;
    private final Resolver resolver;
    private final Runnable onMove;
    private Set<InetAddress> known = Set.of();
    private volatile @Nullable Thread thread;

    /** Finds the addresses of a host. */
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
                look();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException _) {
            log.atDebug().addKeyValue("host", host).log("The address is not watched any more"); // only stop() interrupts
        }
    }

    /** A name may stand for several addresses that take turns: it has moved when none of the old ones is left. */
    void look() {
        try {
            var found = Set.copyOf(List.of(resolver.resolve(host)));
            var moved = !known.isEmpty() && Collections.disjoint(known, found);
            known = found;
            if (moved) {
                log.atWarn().addKeyValue("host", host).log("A store has moved to another address");
                onMove.run();
            }
        } catch (UnknownHostException e) {
            Cause.trace(log.atDebug().addKeyValue("host", host), e).log("A store's name has no address now");
        } catch (RuntimeException e) {
            Cause.trace(log.atWarn().addKeyValue("host", host), e).log("Old connections could not be closed");
        }
    }

    @Override
    public void start() {
        var watching = Thread.ofVirtual().name("address-watch").unstarted(this::run);
        thread = watching;
        watching.start();
    }

    @Override
    public void stop() {
        var watching = thread;
        thread = null;
        if (watching != null) {
            watching.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
