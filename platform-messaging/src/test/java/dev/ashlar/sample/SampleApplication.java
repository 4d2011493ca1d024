package dev.ashlar.sample;

import dev.ashlar.messaging.Subscription;
import dev.ashlar.messaging.Topic;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The smallest application with events: it counts samples. */
@SpringBootApplication
class SampleApplication {

    @Bean
    Topic samples() {
        return Topic.kept("samples");
    }

    /** A topic in which every message is an event; {@code inputs} is compacted. */
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
