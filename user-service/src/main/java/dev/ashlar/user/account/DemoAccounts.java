package dev.ashlar.user.account;

import java.util.function.Consumer;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Creates the demo's two accounts at each start, or sets their passwords to the configured ones. */
@Component
@Profile("demo")
class DemoAccounts implements ApplicationRunner {

    static final String ADMIN = "admin@ashlar.local";
    static final String SHOPPER = "shopper@ashlar.local";

    private final Accounts accounts;
    private final PasswordChange passwordChange;
    private final OperatorProperties properties;

    DemoAccounts(Accounts accounts, PasswordChange passwordChange, OperatorProperties properties) {
        this.accounts = accounts;
        this.passwordChange = passwordChange;
        this.properties = properties;
        properties.demo().requireBoth();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var passwords = properties.demo();
        ensure(ADMIN, passwords.adminPassword(), p -> accounts.registerAdmin(ADMIN, "Demo Admin", p));
        ensure(SHOPPER, passwords.shopperPassword(), p -> accounts.register(SHOPPER, "Demo Shopper", p));
    }

    private void ensure(String email, String password, Consumer<String> register) {
        try {
            StartupRetry.run(() -> register.accept(password));
        } catch (AccountRefused.EmailTaken _) { // an earlier start created the account
            StartupRetry.run(() -> passwordChange.set(email, password));
        }
    }
}
