package dev.ashlar.systemtests;

import static dev.ashlar.systemtests.Shopper.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One request id leads through the logs of all services that work for an order. */
@ExtendWith(RunningStack.class)
class StoryIT {

    @Test
    void anOrderCanBeFollowedByTheIdOfItsRequest() {
        var product = Admin.signedIn().adds("story", 5);
        var shopper = Shopper.registered();
        var request = "story-" + UUID.randomUUID();
        var body = Map.of("items", List.of(Map.of("product_id", product, "quantity", 1)));

        await().atMost(SOON).until(() -> shopper.gateway().post("/orders", body,
                Map.of("Idempotency-Key", UUID.randomUUID().toString(), "X-Request-Id", request)).status() == 201);

        tells("order-service", request, "Order is now PENDING", "Order is now CONFIRMED");
        tells("inventory-service", request, "Stock of an order is now RESERVED");
        tells("email-service", request, "Mail is now PENDING", "Mail is now SENT");
        tells("analytics-service", request, "Order is counted as CONFIRMED");
    }

    private static void tells(String service, String request, String... lines) {
        await().atMost(SOON).untilAsserted(() -> {
            var story = Ashlar.run("logs", service).lines().filter(line -> line.contains(request)).toList();
            assertThat(List.of(lines)).allSatisfy(line -> assertThat(story).anyMatch(one -> one.contains(line)));
        });
    }
}
