package dev.ashlar.systemtests;

import static dev.ashlar.systemtests.Shopper.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.EventSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStack.class)
class DeliveryIT {

    @Test
    void anEventThatIsDeliveredTwiceTakesEffectOnce() throws Exception {
        var admin = Admin.signedIn();
        var product = admin.addProduct("delivered-twice", 10);
        var shopper = Shopper.registered();
        var order = shopper.placeOrder(product, 4);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(admin.mailsSentFor(order)).hasSize(2));
        Topics.awaitProcessed("orders", "analytics-service");
        var counted = admin.summary();

        for (var event : Topics.eventsOf("orders", order)) {
            Topics.deliverAgain(event);
        }
        for (var event : Topics.eventsOf("inventory", order)) {
            Topics.deliverAgain(event);
        }
        Topics.awaitProcessed("orders", "inventory-service", "email-service", "analytics-service");
        Topics.awaitProcessed("inventory", "order-service");

        assertThat(admin.stockOf(product).path("available").intValue()).isEqualTo(6);
        assertThat(admin.stockOf(product).path("reserved").intValue()).isEqualTo(4);
        assertThat(admin.mailsSentFor(order)).containsExactly("order-confirmed", "order-received");
        assertThat(admin.summary()).isEqualTo(counted);
        assertThat(shopper.statusOf(order)).isEqualTo("CONFIRMED");
    }

    @Test
    void everyEventOfAnOrderMatchesItsSchemaAndHasTheTraceAndRequestId() {
        var product = Admin.signedIn().addProduct("traced", 5);
        var shopper = Shopper.registered();
        shopper.placeOrder(product, 1);
        var trace = UUID.randomUUID().toString().replace("-", "");
        var order = shopper.gateway()
                .post("/orders", Map.of("items", List.of(Map.of("product_id", product, "quantity", 1))),
                        Map.of("Idempotency-Key", "traced", "X-Request-Id", "request-of-" + trace, "traceparent",
                                "00-" + trace + "-00f067aa0ba902b7-01"))
                .expect(201).id();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(shopper.statusOf(order)).isEqualTo("CONFIRMED"));

        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(Topics.eventsOf("orders", order)).hasSize(2));
        var events = new ArrayList<>(Topics.eventsOf("orders", order));
        events.addAll(Topics.eventsOf("inventory", order));
        assertThat(events).extracting(event -> Topics.header(event, "ce_type")).containsExactly("order.created",
                "order.confirmed", "inventory.reserved");
        assertThat(events).allSatisfy(event -> {
            EventSchemas.assertValid(Topics.header(event, "ce_type"), event.value());
            assertThat(Topics.header(event, "traceparent")).contains(trace);
            assertThat(Topics.header(event, "x-request-id")).isEqualTo("request-of-" + trace);
        });
    }
}
