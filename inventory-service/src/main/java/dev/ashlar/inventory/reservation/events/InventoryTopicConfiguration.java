package dev.ashlar.inventory.reservation.events;

import dev.ashlar.messaging.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InventoryTopicConfiguration {

    @Bean
    Topic inventoryTopic() {
        return Topic.kept(InventoryEvent.TOPIC);
    }
}
