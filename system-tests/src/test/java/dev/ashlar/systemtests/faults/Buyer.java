package dev.ashlar.systemtests.faults;

import static org.awaitility.Awaitility.await;

import dev.ashlar.systemtests.Gateway;
import dev.ashlar.systemtests.Shopper;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A shopper who does not give up: repeats an order under its idempotency key until it is accepted, whatever fails meanwhile. */
final class Buyer {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What a fault may be answered with: too fast, or nothing that could answer. Anything else fails the test. */
    private static final Set<Integer> AGAIN = Set.of(409, 429, 502, 503, 504);

    /** About what a person needs at the least: so that a fault meets orders under way, however long it takes to strike. */
    private static final long PAUSE_NANOS = 250_000_000;

    private volatile Shopper shopper = Shopper.registered();
    private final List<UUID> accepted = new CopyOnWriteArrayList<>();

    /** Buys one piece of the product. */
    void buys(UUID product) {
        var key = UUID.randomUUID().toString();
        LockSupport.parkNanos(PAUSE_NANOS);
        accepted.add(await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(100))
                .until(() -> tries(product, key), Optional::isPresent).orElseThrow());
    }

    private Optional<UUID> tries(UUID product, String key) {
        var order = Map.of("items", List.of(Map.of("product_id", product, "quantity", 1)));
        try {
            var answer = shopper.gateway().post("/orders", order, Map.of("Idempotency-Key", key));
            return AGAIN.contains(answer.status()) ? Optional.empty() : Optional.of(answer.expect(201).id());
        } catch (UncheckedIOException _) {
            return Optional.empty(); // the gateway is gone, or the answer never came: the key makes it safe to repeat
        }
    }

    /** Access tokens live for five minutes, and faults may take longer. One may have struck just now: repeated until it works. */
    void signsInAgain() {
        await().atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofSeconds(1))
                .ignoreException(UncheckedIOException.class)
                .untilAsserted(() -> shopper = shopper.onAnotherDevice());
    }

    Gateway gateway() {
        return shopper.gateway();
    }

    /** The orders that were answered with 201. */
    List<UUID> accepted() {
        return List.copyOf(accepted);
    }
}
