package dev.ashlar.systemtests;

import static dev.ashlar.systemtests.Shopper.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The logs of all services that process an order have the same request id, trace id and order id. */
@ExtendWith(RunningStack.class)
class LogCorrelationIT {

    private static final Pattern TRACE = Pattern.compile("\\[\\S+ ([0-9a-f]{32})]");

    @Test
    void allServicesLogTheRequestIdOfAnOrder() {
        var product = Admin.signedIn().addProduct("log", 5);
        var shopper = Shopper.registered();
        var request = "log-" + UUID.randomUUID();
        var body = Map.of("items", List.of(Map.of("product_id", product, "quantity", 1)));

        var order = await().atMost(TIMEOUT).until(() -> shopper.gateway().post("/orders", body,
                Map.of("Idempotency-Key", UUID.randomUUID().toString(), "X-Request-Id", request)),
                response -> response.status() == 201).id();

        var ids = request + " " + trace(order);
        assertLogged("order-service", ids, order, "Order is now PENDING", "Order is now CONFIRMED");
        assertLogged("inventory-service", ids, order, "Stock of an order is now RESERVED");
        assertLogged("email-service", ids, order, "Mail is now PENDING", "Mail is now SENT");
        assertLogged("analytics-service", ids, order, "Order is counted as CONFIRMED");
    }

    /** The trace of the request that placed the order. */
    private static String trace(UUID order) {
        var placed = await().atMost(TIMEOUT).until(() -> lines("order-service", order, "Order is now PENDING"),
                lines -> !lines.isEmpty()).getFirst();
        var trace = TRACE.matcher(placed);
        assertThat(trace.find()).as(placed).isTrue();
        return trace.group(1);
    }

    private static void assertLogged(String service, String ids, UUID order, String... texts) {
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(List.of(texts)).allSatisfy(
                text -> assertThat(lines(service, order, text)).anyMatch(line -> line.contains("[" + ids + "]"))));
    }

    private static List<String> lines(String service, UUID order, String text) {
        return Ashlar.log(service).lines()
                .filter(line -> line.contains(text) && line.contains(order.toString())).toList();
    }
}
