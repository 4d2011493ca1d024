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

    /** The application creates the topics that it writes. */
    @Bean
    Topic greetingsTopic() {
        return Topic.kept("greetings");
    }

    /** This application reads what it writes; usually another one does. */
    @Bean
    Subscription greetingsSubscription(Greetings greetings) {
        return Subscription.to("greetings").on("greeting.sent", GreetingSent.class, greetings::receive);
    }
}
