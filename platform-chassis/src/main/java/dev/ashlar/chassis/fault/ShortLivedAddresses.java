package dev.ashlar.chassis.fault;

import java.security.Security;
import org.springframework.boot.bootstrap.BootstrapRegistry;
import org.springframework.boot.bootstrap.BootstrapRegistryInitializer;

/**
 * Makes the JVM ask for a name's addresses again after 2 s; by default it believes an answer for 30 s. The JVM reads these properties
 * once, when it first resolves a name, so they are set before anything else happens.
 */
final class ShortLivedAddresses implements BootstrapRegistryInitializer {

    private static final String SECONDS = "2";

    @Override
    public void initialize(BootstrapRegistry registry) {
        Security.setProperty("networkaddress.cache.ttl", SECONDS);
        Security.setProperty("networkaddress.cache.negative.ttl", SECONDS);
    }
}
