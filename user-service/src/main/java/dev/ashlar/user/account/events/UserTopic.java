package dev.ashlar.user.account.events;

import dev.ashlar.messaging.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topic that this service writes. */
@Configuration(proxyBeanMethods = false)
public class UserTopic {

    public static final String NAME = "users";

    @Bean
    Topic usersTopic() {
        return Topic.compacted(NAME);
    }
}
