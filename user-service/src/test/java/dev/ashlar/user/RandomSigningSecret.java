package dev.ashlar.user;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A random secret, because the service refuses those of the repository. All tests share it, as they share the database. */
final class RandomSigningSecret implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String SECRET = Base64.getEncoder().encodeToString(SecureRandom.getSeed(32));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("SIGNING_KEY_SECRET=" + SECRET).applyTo(context);
    }
}
