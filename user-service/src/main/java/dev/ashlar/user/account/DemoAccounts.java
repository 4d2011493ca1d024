package dev.ashlar.user.account;

import java.util.function.Consumer;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The two accounts of the demo, with the passwords that this start was given. */
@Component
@Profile("demo")
class DemoAccounts implements ApplicationRunner {

    static final String ADMIN = "admin@ashlar.local";
    static final String SHOPPER = "shopper@ashlar.local";

    private final Registration registration;
    private final Credentials credentials;
    private final OperatorProperties properties;

    DemoAccounts(Registration registration, Credentials credentials, OperatorProperties properties) {
        this.registration = registration;
        this.credentials = credentials;
        this.properties = properties;
        properties.demo().requireBoth();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var passwords = properties.demo();
        ensure(ADMIN, passwords.adminPassword(), p -> registration.registerAdmin(ADMIN, "Demo Admin", p));
        ensure(SHOPPER, passwords.shopperPassword(), p -> registration.register(SHOPPER, "Demo Shopper", p));
    }

    private void ensure(String email, String password, Consumer<String> register) {
        try {
            BusyStart.insist(() -> register.accept(password));
        } catch (EmailTaken _) {
            BusyStart.insist(() -> credentials.set(email, password)); // by an earlier start
        }
    }
}
