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

/** Every service behind the gateway, with the instances that were there when last looked for. */
public final class Upstreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Upstreams.class);

    private final AddressSource source;
    private final Map<String, Upstream> byName;
    private volatile @Nullable Thread looking;

    Upstreams(Set<String> names, AddressSource source, UpstreamLimits limits) {
        this.source = source;
        byName = names.stream().collect(
                Collectors.toMap(Function.identity(), name -> new Upstream(name, new RoundRobin(), limits)));
        look();
    }

    /** @throws IllegalArgumentException if a route names a service that nothing is known of */
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

    private void look() {
        try {
            var found = source.read();
            byName.forEach((name, upstream) -> upstream.replace(found.getOrDefault(name, List.of())));
        } catch (IOException | RuntimeException e) { // whatever is wrong, the next look may be better
            log.atWarn().addKeyValue("cause", Cause.of(e)).log("The services' addresses can't be read");
        }
    }

    private void lookAgainAndAgain() {
        try {
            while (looking == Thread.currentThread()) {
                Thread.sleep(source.period());
                look();
            }
        } catch (InterruptedException _) {
            // by stop(), the only one who knows this thread
        }
    }

    @Override
    public void start() {
        var thread = Thread.ofVirtual().name("upstreams").unstarted(this::lookAgainAndAgain);
        looking = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var thread = looking;
        looking = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    /** Until the last request is answered. */
    @Override
    public int getPhase() {
        return 0;
    }
}
