package dev.ashlar.analytics.sales.web;

import dev.ashlar.analytics.sales.OrderFacts;
import dev.ashlar.chassis.steps.Step;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The last event of an order that was counted. */
@RestController
class StepsController {

    private final OrderFacts facts;

    StepsController(OrderFacts facts) {
        this.facts = facts;
    }

    @GetMapping("/api/v1/analytics/steps")
    Step.Response list(@RequestParam(name = "order_id") UUID orderId) {
        return Step.sorted(facts.counted(orderId).stream().map(counted -> new Step("counted", counted.at(),
                counted.eventId(), counted.origin().requestId(), counted.origin().traceId())));
    }
}
