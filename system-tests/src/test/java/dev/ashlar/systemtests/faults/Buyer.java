package dev.ashlar.systemtests.faults;

import static org.awaitility.Awaitility.await;

import dev.ashlar.systemtests.Pages;
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

/** A shopper who repeats each order with its idempotency key until it is accepted. */
final class Buyer {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** Statuses that a fault may cause. Any other status than 201 fails the test. */
    private static final Set<Integer> RETRIED = Set.of(409, 429, 502, 503, 504);

    /** Leaves the processors to the process that starts again. */
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(500);

    /** Spreads the orders in time, so that a fault meets some of them in progress. */
    private static final long PAUSE_NANOS = 250_000_000;

    private volatile Shopper shopper = Shopper.registered();
    private final List<UUID> accepted = new CopyOnWriteArrayList<>();

    /** Orders one piece. */
    void order(UUID product) {
        var key = UUID.randomUUID().toString();
        LockSupport.parkNanos(PAUSE_NANOS);
        accepted.add(await().atMost(TIMEOUT).pollDelay(Duration.ZERO).pollInterval(RETRY_INTERVAL)
                .until(() -> tryToOrder(product, key), Optional::isPresent).orElseThrow());
    }

    private Optional<UUID> tryToOrder(UUID product, String key) {
        var order = Map.of("items", List.of(Map.of("product_id", product, "quantity", 1)));
        try {
            var response = shopper.gateway().duringFault().post("/orders", order, Map.of("Idempotency-Key", key));
            return RETRIED.contains(response.status()) ? Optional.empty() : Optional.of(response.expect(201).id());
        } catch (UncheckedIOException _) {
            return Optional.empty(); // the gateway or the response is lost; the key makes it safe to repeat
        }
    }

    /** Renews the access token, which lives for five minutes. Repeats until the services that this needs are back. */
    void signInAgain() {
        await().atMost(TIMEOUT).pollDelay(Duration.ZERO).pollInterval(Duration.ofSeconds(1))
                .ignoreException(UncheckedIOException.class)
                .untilAsserted(() -> shopper = shopper.inAnotherSession());
    }

    /** All orders that the shop has of this buyer. */
    List<PlacedOrder> orders() {
        return Pages.all(shopper.gateway(), "/orders").stream().map(PlacedOrder::of).toList();
    }

    /** The orders whose response was 201. */
    List<UUID> accepted() {
        return List.copyOf(accepted);
    }
}
