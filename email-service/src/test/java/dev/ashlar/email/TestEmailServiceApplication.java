package dev.ashlar.email;

import dev.ashlar.testing.ServiceAlone;

/** email-service alone, for development: on the stores that its tests run on. */
final class TestEmailServiceApplication {

    private TestEmailServiceApplication() {}

    static void main(String... args) {
        ServiceAlone.like(RunningEmailService.class).withTokens().start(EmailServiceApplication::main, args);
    }
}
