package dev.ashlar.sample;

import dev.ashlar.chassis.messaging.Subscription;
import dev.ashlar.chassis.messaging.Topic;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The smallest service: it counts samples. */
@SpringBootApplication
class SampleApplication {

    @Bean
    Topic samples() {
        return Topic.kept("samples");
    }

    @Bean
    Subscription inputs(Effects effects) {
        return Subscription.toCompacted("inputs").on("sample.taken", SampleTaken.class, effects::happen);
    }
}
