package dev.ashlar.user.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the administrator that the operator named, where there is none yet. */
@Component
@Profile("!demo")
class FirstAdmin implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private final Users users;
    private final Registration registration;
    private final OperatorProperties properties;

    FirstAdmin(Users users, Registration registration, OperatorProperties properties) {
        this.users = users;
        this.registration = registration;
        this.properties = properties;
        properties.demo().requireNone();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (properties.adminEmail().isEmpty()) {
            return;
        }
        try {
            BusyStart.insist(this::makeIfMissing);
        } catch (EmailTaken _) {
            if (!users.existsByAdminTrue()) { // else another instance, starting at the same time, was faster
                // Whoever registered it may not be the operator: the account is not promoted.
                log.error("ADMIN_EMAIL belongs to an ordinary account; there is no administrator yet");
            }
        }
    }

    private void makeIfMissing() {
        if (users.existsByAdminTrue()) {
            return;
        }
        if (!properties.adminEmail().matches(EmailAddress.FORM)) {
            throw new IllegalStateException("ADMIN_EMAIL is not an e-mail address");
        }
        registration.registerAdmin(properties.adminEmail(), "Administrator", properties.adminPassword());
    }
}
