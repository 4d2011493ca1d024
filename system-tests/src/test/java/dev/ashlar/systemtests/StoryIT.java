package dev.ashlar.systemtests;

import static dev.ashlar.systemtests.Shopper.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One request id, one trace id and the order id lead through the logs of all services that work for an order. */
@ExtendWith(RunningStack.class)
class StoryIT {

    private static final Pattern TRACE = Pattern.compile("\\[\\S+ ([0-9a-f]{32})]");

    @Test
    void anOrderCanBeFollowedByTheIdOfItsRequest() {
        var product = Admin.signedIn().adds("story", 5);
        var shopper = Shopper.registered();
        var request = "story-" + UUID.randomUUID();
        var body = Map.of("items", List.of(Map.of("product_id", product, "quantity", 1)));

        var order = await().atMost(SOON).until(() -> shopper.gateway().post("/orders", body,
                Map.of("Idempotency-Key", UUID.randomUUID().toString(), "X-Request-Id", request)),
                answer -> answer.status() == 201).id();

        var ids = request + " " + trace(order);
        tells("order-service", ids, order, "Order is now PENDING", "Order is now CONFIRMED");
        tells("inventory-service", ids, order, "Stock of an order is now RESERVED");
        tells("email-service", ids, order, "Mail is now PENDING", "Mail is now SENT");
        tells("analytics-service", ids, order, "Order is counted as CONFIRMED");
    }

    /** The trace under which the order was placed; all services must tell the same one. */
    private static String trace(UUID order) {
        var placed = await().atMost(SOON).until(() -> lines("order-service", order, "Order is now PENDING"),
                lines -> !lines.isEmpty()).getFirst();
        var trace = TRACE.matcher(placed);
        assertThat(trace.find()).as(placed).isTrue();
        return trace.group(1);
    }

    private static void tells(String service, String ids, UUID order, String... texts) {
        await().atMost(SOON).untilAsserted(() -> assertThat(List.of(texts)).allSatisfy(
                text -> assertThat(lines(service, order, text)).anyMatch(line -> line.contains("[" + ids + "]"))));
    }

    private static List<String> lines(String service, UUID order, String text) {
        return Ashlar.run("logs", service).lines()
                .filter(line -> line.contains(text) && line.contains(order.toString())).toList();
    }
}
