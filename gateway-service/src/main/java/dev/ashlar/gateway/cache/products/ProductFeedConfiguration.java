package dev.ashlar.gateway.cache.products;

import dev.ashlar.chassis.health.HealthCheck;
import dev.ashlar.gateway.cache.EdgeCache;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "ashlar.edge-cache.product-feed", havingValue = "true", matchIfMissing = true)
class ProductFeedConfiguration {

    /** {@code none}: after a loss of data the feed starts again, so the cache is emptied first. */
    private static final Map<String, Object> OWN = Map.of(ConsumerConfig.CLIENT_ID_CONFIG, "gateway-service-products",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false, ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000,
            ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000, ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000);

    @Bean
    ProductFeed productFeed(KafkaProperties kafka, EdgeCache edgeCache) {
        var configuration = new HashMap<String, Object>(kafka.buildConsumerProperties());
        configuration.remove(ConsumerConfig.GROUP_ID_CONFIG);
        configuration.putAll(OWN);
        return new ProductFeed(
                () -> new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer()),
                edgeCache, System::nanoTime);
    }

    @Bean
    HealthCheck kafkaCheck(ProductFeed productFeed) {
        return HealthCheck.optional("kafka", productFeed::check);
    }
}
