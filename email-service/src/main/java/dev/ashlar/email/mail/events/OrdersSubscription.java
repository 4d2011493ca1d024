package dev.ashlar.email.mail.events;

import dev.ashlar.messaging.ReceivedEvent;
import dev.ashlar.messaging.Subscription;
import dev.ashlar.email.mail.EmailQueue;
import dev.ashlar.email.mail.MailQueueProperties;
import dev.ashlar.email.mail.Template;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Queues a mail for each thing that happens to an order. */
@Configuration(proxyBeanMethods = false)
class OrdersSubscription {

    @Bean
    Subscription orders(EmailQueue queue, MailQueueProperties properties, Clock clock) {
        return Subscription.to("orders")
                .on("order.created", OrderState.class, mail(Template.ORDER_RECEIVED, queue, properties, clock))
                .on("order.confirmed", OrderState.class, mail(Template.ORDER_CONFIRMED, queue, properties, clock))
                .on("order.rejected", OrderState.class, mail(Template.ORDER_REJECTED, queue, properties, clock))
                .on("order.cancelled", OrderState.class, mail(Template.ORDER_CANCELLED, queue, properties, clock));
    }

    /** A replay that goes back beyond the retention finds no row of the mails that were sent, and must not send them again. */
    private static BiConsumer<OrderState, ReceivedEvent> mail(Template template, EmailQueue queue,
            MailQueueProperties properties, Clock clock) {
        return (order, event) -> {
            if (!properties.isForgotten(event.time(), clock.instant())) {
                queue.add(template, order.toOrder());
            }
        };
    }
}
