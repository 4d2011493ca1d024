package dev.ashlar.deployment.rule;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ashlar.deployment.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The environment variables that a service reads: those of its configuration files, Spring Boot's properties, and one of
 * the JVM.
 */
public record KnownVariables(Set<String> names) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::|})");
    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Set<String> OF_SPRING = springProperties();
    private static final String OF_THE_JVM = "JAVA_TOOL_OPTIONS";

    /** @param service such as {@code order-service} */
    public static KnownVariables of(String service) {
        return new KnownVariables(Stream.concat(OF_SPRING.stream(),
                Stream.concat(blocks(service), Stream.of("platform-messaging/src/main/resources/messaging-defaults.yml",
                        "platform-chassis/src/main/resources/chassis-defaults.yml",
                        service + "/src/main/resources/application.yml",
                        service + "/src/main/resources/gateway.yml")).filter(Repository::has)
                        .flatMap(KnownVariables::placeholders))
                .collect(Collectors.toSet()));
    }

    private static Stream<String> blocks(String service) {
        return Stream.of("platform-pictures")
                .filter(block -> Repository.read(service + "/pom.xml").contains(block))
                .map(_ -> "platform-pictures/src/main/resources/pictures-defaults.yml");
    }

    public boolean contain(String name) {
        return names.contains(name) || name.equals(OF_THE_JVM);
    }

    private static Stream<String> placeholders(String file) {
        return PLACEHOLDER.matcher(Repository.read(file)).results().map(match -> match.group(1));
    }

    private static Set<String> springProperties() {
        try {
            var files = KnownVariables.class.getClassLoader().getResources(METADATA);
            return Collections.list(files).stream().flatMap(KnownVariables::properties).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> properties(URL metadata) {
        try (var in = metadata.openStream()) {
            var properties = new ObjectMapper().readTree(in).path("properties");
            return StreamSupport.stream(properties.spliterator(), false)
                    .map(one -> variable(one.path("name").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code spring.flyway.enabled} becomes {@code SPRING_FLYWAY_ENABLED}; dashes are dropped. */
    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
