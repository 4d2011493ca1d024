package dev.ashlar.order;

import dev.ashlar.chassis.idempotency.IdempotencyConfiguration;
import dev.ashlar.chassis.redis.CacheRedisConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

@SpringBootApplication
@ConfigurationPropertiesScan
@Import({IdempotencyConfiguration.class, CacheRedisConfiguration.class})
class OrderServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(OrderServiceApplication.class, args);
    }
}
