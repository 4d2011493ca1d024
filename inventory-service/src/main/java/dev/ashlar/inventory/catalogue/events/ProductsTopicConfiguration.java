package dev.ashlar.inventory.catalogue.events;

import dev.ashlar.messaging.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProductsTopicConfiguration {

    @Bean
    Topic productsTopic() {
        return Topic.compacted(ProductChanged.TOPIC);
    }
}
