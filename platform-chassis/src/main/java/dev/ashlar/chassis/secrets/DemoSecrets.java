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
 * Refuses, outside profile {@code demo}, what the whole world knows: every secret that a file of this repository ships begins with
 * {@code demo-only-} (ADR 29). Looks at all configuration, whatever it is called and wherever it comes from.
 */
final class DemoSecrets implements EnvironmentPostProcessor, Ordered {

    /** The value itself, or the password within a URL. */
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

    /** When all configuration is there and the active profiles are known. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 2;
    }
}
