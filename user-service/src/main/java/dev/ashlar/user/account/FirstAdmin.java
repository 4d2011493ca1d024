package dev.ashlar.user.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Creates the operator's administrator at the start, if no account is an administrator. */
@Component
@Profile("!demo")
class FirstAdmin implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private final Users users;
    private final Accounts accounts;
    private final OperatorProperties properties;

    FirstAdmin(Users users, Accounts accounts, OperatorProperties properties) {
        this.users = users;
        this.accounts = accounts;
        this.properties = properties;
        properties.demo().requireNone();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.adminEmail().isEmpty()) {
            return;
        }
        try {
            StartupRetry.run(this::createIfMissing);
        } catch (AccountRefused.EmailTaken _) {
            if (!users.existsByAdminTrue()) { // otherwise another instance has just created the administrator
                // The account may belong to anyone, so it does not become an administrator.
                log.error("ADMIN_EMAIL belongs to an ordinary account; there is no administrator yet");
            }
        }
    }

    private void createIfMissing() {
        if (users.existsByAdminTrue()) {
            return;
        }
        if (!properties.adminEmail().matches(EmailAddress.FORM)) {
            throw new IllegalStateException("ADMIN_EMAIL is not an e-mail address");
        }
        accounts.registerAdmin(properties.adminEmail(), "Administrator", properties.adminPassword());
    }
}
