package dev.ashlar.gateway.upstream;

import dev.ashlar.chassis.observability.Cause;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** All services behind the gateway. A thread refreshes their instances. */
public final class UpstreamRegistry implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(UpstreamRegistry.class);

    private final InstanceSource source;
    private final Map<String, Upstream> byName;
    private volatile @Nullable Thread refresher;

    UpstreamRegistry(Set<String> names, InstanceSource source, UpstreamLimits limits) {
        this.source = source;
        byName = names.stream().collect(
                Collectors.toMap(Function.identity(), name -> new Upstream(name, new RoundRobin(), limits)));
        refresh();
    }

    /** @throws IllegalArgumentException if the route has an unknown service */
    public Upstream named(String name) {
        var upstream = byName.get(name);
        if (upstream == null) {
            throw new IllegalArgumentException("There is no upstream " + name);
        }
        return upstream;
    }

    Collection<Upstream> all() {
        return byName.values();
    }

    private void refresh() {
        try {
            var found = source.read();
            byName.forEach((name, upstream) -> upstream.replace(found.getOrDefault(name, List.of())));
        } catch (IOException | RuntimeException e) { // the next refresh may succeed
            log.atWarn().addKeyValue("cause", Cause.of(e)).log("The addresses of the services cannot be read");
        }
    }

    private void refreshPeriodically() {
        try {
            while (refresher == Thread.currentThread()) {
                Thread.sleep(source.period());
                refresh();
            }
        } catch (InterruptedException _) {
            // only stop() interrupts
        }
    }

    @Override
    public void start() {
        var thread = Thread.ofVirtual().name("upstreams").unstarted(this::refreshPeriodically);
        refresher = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var thread = refresher;
        refresher = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return refresher != null;
    }

    /** Stops after the web server, which completes the requests in flight first. */
    @Override
    public int getPhase() {
        return 0;
    }
}
