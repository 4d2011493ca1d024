package dev.ashlar.analytics;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.testing.EventSchemas;
import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An order for one product that publishes its own events. */
public final class Purchase {

    private final UUID id = UuidCreator.getTimeOrderedEpoch();
    private final UUID product;
    private final int quantity;
    private final BigDecimal price;
    private final Instant at;

    private Purchase(UUID product, int quantity, BigDecimal price, Instant at) {
        this.product = product;
        this.quantity = quantity;
        this.price = price;
        this.at = at;
    }

    public static Purchase of(int quantity, UUID product, String price, Instant at) {
        return new Purchase(product, quantity, new BigDecimal(price), at);
    }

    public UUID id() {
        return id;
    }

    public Purchase created() {
        Events.publish("orders", event(data("order.created")));
        return this;
    }

    public Purchase confirmed() {
        Events.publish("orders", event(data("order.confirmed")));
        return this;
    }

    /** Publishes the event with the headers of this request and this trace. */
    public Purchase confirmedIn(String request, String traceId) {
        Events.publish("orders", event(data("order.confirmed")).in(request, traceId));
        return this;
    }

    public Purchase confirmedWithADuplicate() {
        var event = event(data("order.confirmed"));
        Events.publish("orders", event);
        Events.publish("orders", event);
        return this;
    }

    public Purchase rejected() {
        Events.publish("orders", event(data("order.rejected")));
        return this;
    }

    /** @param previousStatus such as {@code CONFIRMED} */
    public Purchase cancelledWhen(String previousStatus) {
        Events.publish("orders", event(data("order.cancelled").put("previous_status", previousStatus)));
        return this;
    }

    /** Publishes an invalid event: a required field is missing. */
    public Purchase confirmedWithoutTotal() {
        var data = data("order.confirmed").without("total");
        Events.publish("orders", TestEvent.of("order.confirmed", id, data.toString()));
        return this;
    }

    private TestEvent event(ObjectNode data) {
        var type = data.get("type").asString();
        EventSchemas.assertValid(type, data.toString());
        return TestEvent.of(type, id, data.toString()).from("/order-service");
    }

    private ObjectNode data(String type) {
        var data = (ObjectNode) JsonMapper.shared().readTree(EventSchemas.example(type));
        data.put("order_id", id.toString()).put("created_at", at.toString());
        data.put("total", price.multiply(BigDecimal.valueOf(quantity)));
        data.putArray("items").addObject().put("product_id", product.toString()).put("quantity", quantity)
                .put("unit_price", price);
        return data;
    }
}
