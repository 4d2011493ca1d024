package dev.ashlar.order.history;

import dev.ashlar.chassis.steps.Step;
import dev.ashlar.messaging.EventHistory;
import dev.ashlar.order.Order;
import dev.ashlar.order.Order.Status;
import dev.ashlar.order.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Derives an order's steps from its events. The order itself fills gaps, because older versions kept no history of events. */
@Component
public class OrderSteps {

    private static final String ACCEPTED = "accepted";
    private static final Map<String, String> STEPS = Map.of("order.created", ACCEPTED, "order.confirmed", "confirmed",
            "order.rejected", "rejected", "order.cancelled", "cancelled");

    private final EventHistory history;
    private final Orders orders;

    OrderSteps(EventHistory history, Orders orders) {
        this.history = history;
        this.orders = orders;
    }

    /** Empty if there is no such order. */
    public List<Step> of(UUID id) {
        var steps = new ArrayList<Step>();
        for (var event : history.of(id)) {
            var step = STEPS.get(event.type());
            if (step == null) {
                continue;
            }
            steps.add(
                    new Step(step, event.at(), event.eventId(), event.origin().requestId(), event.origin().traceId()));
            if (step.equals(ACCEPTED) && event.publishedAt() != null) {
                steps.add(new Step("published", event.publishedAt(), event.eventId(), event.origin().requestId(),
                        event.origin().traceId()));
            }
        }
        orders.findById(id).ifPresent(order -> fillGaps(order, steps));
        return steps;
    }

    private static void fillGaps(Order order, List<Step> steps) {
        if (lacks(steps, ACCEPTED)) {
            steps.add(Step.of(ACCEPTED, order.createdAt()));
        }
        var last = order.status().name().toLowerCase(Locale.ROOT);
        if (order.status() != Status.PENDING && lacks(steps, last)) {
            steps.add(Step.of(last, order.updatedAt()));
        }
    }

    private static boolean lacks(List<Step> steps, String name) {
        return steps.stream().noneMatch(step -> step.step().equals(name));
    }
}
