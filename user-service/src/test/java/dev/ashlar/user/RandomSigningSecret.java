package dev.ashlar.user;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** As an operator would draw it: none that this repository ships is accepted. One for all tests, which share their database. */
final class RandomSigningSecret implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String SECRET = Base64.getEncoder().encodeToString(SecureRandom.getSeed(32));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("SIGNING_KEY_SECRET=" + SECRET).applyTo(context);
    }
}
