package dev.ashlar.chassis.fault;

import java.security.Security;
import org.springframework.boot.bootstrap.BootstrapRegistry;
import org.springframework.boot.bootstrap.BootstrapRegistryInitializer;

/**
 * Makes the JVM cache the addresses of a host name for 2 s instead of 30 s. The JVM reads these properties only once, when it resolves
 * its first host name, so this runs before everything else.
 */
final class DnsCacheLifetime implements BootstrapRegistryInitializer {

    private static final String SECONDS = "2";

    @Override
    public void initialize(BootstrapRegistry registry) {
        Security.setProperty("networkaddress.cache.ttl", SECONDS);
        Security.setProperty("networkaddress.cache.negative.ttl", SECONDS);
    }
}
