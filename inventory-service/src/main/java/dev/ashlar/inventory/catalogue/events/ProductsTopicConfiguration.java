package dev.ashlar.inventory.catalogue.events;

import dev.ashlar.messaging.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProductsTopic {

    @Bean
    Topic products() {
        return Topic.compacted(ProductChanged.TOPIC);
    }
}
