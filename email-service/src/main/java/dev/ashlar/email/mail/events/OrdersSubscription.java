package dev.ashlar.email.mail.events;

import dev.ashlar.chassis.messaging.Subscription;
import dev.ashlar.email.mail.EmailQueue;
import dev.ashlar.email.mail.Template;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Queues a mail for each thing that happens to an order. */
@Configuration(proxyBeanMethods = false)
class OrdersSubscription {

    @Bean
    Subscription orders(EmailQueue queue) {
        return Subscription.to("orders").on("order.created", OrderState.class, mail(queue, Template.ORDER_RECEIVED))
                .on("order.confirmed", OrderState.class, mail(queue, Template.ORDER_CONFIRMED))
                .on("order.rejected", OrderState.class, mail(queue, Template.ORDER_REJECTED))
                .on("order.cancelled", OrderState.class, mail(queue, Template.ORDER_CANCELLED));
    }

    private static Consumer<OrderState> mail(EmailQueue queue, Template template) {
        return order -> queue.add(template, order.toOrder());
    }
}
