package dev.ashlar.order.history.web;

import dev.ashlar.chassis.security.AccessRules;
import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.steps.Step;
import dev.ashlar.messaging.EventHistory;
import dev.ashlar.order.events.OrderEvent;
import dev.ashlar.order.history.OrderSteps;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For administrators only. */
@RestController
class StepsController {

    private static final String PATH = "/api/v1/order/steps";

    private final OrderSteps steps;

    StepsController(OrderSteps steps) {
        this.steps = steps;
    }

    @GetMapping(PATH)
    Step.Response list(@RequestParam(name = "order_id") UUID orderId) {
        return Step.sorted(steps.of(orderId).stream());
    }

    @Configuration(proxyBeanMethods = false)
    static class StepsConfiguration {

        @Bean
        EventHistory orderHistory(JdbcClient jdbc) {
            return new EventHistory(jdbc, Set.of(OrderEvent.TOPIC));
        }

        @Bean
        AccessRules stepsForAdmins() {
            return requests -> requests.requestMatchers(PATH).hasRole(CurrentUser.ADMIN);
        }
    }
}
