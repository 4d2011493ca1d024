package dev.ashlar.chassis.secrets;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Profiles;

/**
 * Refuses the start outside profile {@code demo} if a property has a secret of this repository, which everybody can read. All these
 * secrets begin with {@code demo-only-} (ADR 29). Checks all properties of all sources.
 */
final class DemoSecrets implements EnvironmentPostProcessor, Ordered {

    /** Matches a secret itself or a URL with such a password. */
    private static final Pattern SHIPPED = Pattern.compile("(^|://[^/?#]*:|[?&]password=)demo-only-");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            environment.getPropertySources().stream().filter(EnumerablePropertySource.class::isInstance)
                    .map(EnumerablePropertySource.class::cast).forEach(DemoSecrets::check);
        }
    }

    private static void check(EnumerablePropertySource<?> source) {
        Arrays.stream(source.getPropertyNames())
                .filter(name -> SHIPPED.matcher(String.valueOf(source.getProperty(name))).find()).findFirst()
                .ifPresent(DemoSecrets::refuse);
    }

    private static void refuse(String name) {
        throw new SecretRefused(name, "is a secret of the demo, which everybody knows",
                "Give " + name + " a secret of your own, or start with profile \"demo\" to try things out.");
    }

    /** Runs after all configuration is loaded and the active profiles are known. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 2;
    }
}
