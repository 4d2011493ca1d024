package dev.ashlar.sample;

import dev.ashlar.messaging.Subscription;
import dev.ashlar.messaging.Topic;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The smallest application that sends and receives events. */
@SpringBootApplication
class SampleApplication {

    @Bean
    Topic samples() {
        return Topic.kept("samples");
    }

    /** Each message of this topic is an event. In {@code inputs}, which is compacted, some are tombstones. */
    @Bean
    Topic keptInputs() {
        return Topic.kept("kept-inputs");
    }

    @Bean
    Subscription keptInputsSubscription(Effects effects) {
        return Subscription.to("kept-inputs").on("sample.taken", SampleTaken.class, effects::happen);
    }

    @Bean
    Subscription inputs(Effects effects) {
        return Subscription.toCompacted("inputs").on("sample.taken", SampleTaken.class, effects::happen);
    }
}
