package dev.ashlar.order.events;

import dev.ashlar.messaging.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrdersTopicConfiguration {

    @Bean
    Topic ordersTopic() {
        return Topic.kept(OrderEvent.TOPIC);
    }
}
