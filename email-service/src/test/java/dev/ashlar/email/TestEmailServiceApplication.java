package dev.ashlar.email;

import dev.ashlar.testing.ServiceAlone;

/** Starts email-service alone for development, with the stores of its tests. */
final class TestEmailServiceApplication {

    private TestEmailServiceApplication() {}

    static void main(String... args) {
        ServiceAlone.like(RunningEmailService.class).withTokens().start(EmailServiceApplication::main, args);
    }
}
