package dev.ashlar.inventory.reservation;

import dev.ashlar.messaging.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReservationConfiguration {

    @Bean
    Topic inventoryTopic() {
        return Topic.kept(Reservations.TOPIC);
    }
}
