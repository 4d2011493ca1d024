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

/** Queues a mail for each event of an order. */
@Configuration(proxyBeanMethods = false)
class OrdersSubscription {

    @Bean
    Subscription orders(EmailQueue queue, MailQueueProperties properties, Clock clock) {
        return Subscription.to("orders")
                .on("order.created", OrderEvent.class, mail(Template.ORDER_RECEIVED, queue, properties, clock))
                .on("order.confirmed", OrderEvent.class, mail(Template.ORDER_CONFIRMED, queue, properties, clock))
                .on("order.rejected", OrderEvent.class, mail(Template.ORDER_REJECTED, queue, properties, clock))
                .on("order.cancelled", OrderEvent.class, mail(Template.ORDER_CANCELLED, queue, properties, clock));
    }

    /** Ignores events older than the retention: their mails were sent and deleted, so a replay would send them again. */
    private static BiConsumer<OrderEvent, ReceivedEvent> mail(Template template, EmailQueue queue,
            MailQueueProperties properties, Clock clock) {
        return (order, event) -> {
            if (!properties.mayHaveDeletedMailOf(event.time(), clock.instant())) {
                queue.add(template, order.toOrder(), event.id());
            }
        };
    }
}
