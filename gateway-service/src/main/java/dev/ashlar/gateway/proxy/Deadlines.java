package dev.ashlar.gateway.proxy;

import dev.ashlar.gateway.tick.Tick;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Checks all calls ten times a second. The timeout of a socket is not enough: it is for one read, so an upstream that sends a byte now
 * and then would never time out.
 */
@Component
final class Deadlines implements Tick {

    private final Set<UpstreamCall> calls = ConcurrentHashMap.newKeySet();

    void add(UpstreamCall call) {
        calls.add(call);
    }

    void remove(UpstreamCall call) {
        calls.remove(call);
    }

    @Override
    public void tick() {
        var now = System.nanoTime();
        calls.forEach(call -> call.check(now));
    }
}
