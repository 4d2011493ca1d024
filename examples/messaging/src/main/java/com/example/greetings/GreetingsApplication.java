package com.example.greetings;

import dev.ashlar.messaging.Subscription;
import dev.ashlar.messaging.Topic;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
class GreetingsApplication {

    static void main(String... args) {
        SpringApplication.run(GreetingsApplication.class, args);
    }

    /** The block creates the topics of the application. */
    @Bean
    Topic greetingsTopic() {
        return Topic.kept("greetings");
    }

    /** This application reads its own topic. Usually another application does. */
    @Bean
    Subscription greetingsSubscription(Greetings greetings) {
        return Subscription.to("greetings").on("greeting.sent", GreetingSent.class, greetings::receive);
    }
}
