package dev.ashlar.email.addressbook.events;

import dev.ashlar.messaging.Subscription;
import dev.ashlar.email.addressbook.AddressBook;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the address book up to date. */
@Configuration(proxyBeanMethods = false)
class UsersSubscription {

    @Bean
    Subscription users(AddressBook addresses) {
        Consumer<UserState> put = user -> addresses.put(user.userId(), user.userVersion(), user.email(), user.name());
        return Subscription.toCompacted("users").on("user.registered", UserState.class, put)
                .on("user.changed", UserState.class, put)
                .on("user.deleted", UserDeleted.class, user -> addresses.erase(user.userId(), user.userVersion()))
                .onTombstone(addresses::erase);
    }
}
