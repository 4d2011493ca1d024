package dev.ashlar.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The JSON Schemas and examples of the repository's {@code events} folder, for tests of producers and of consumers. */
public final class EventSchemas {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder
                    .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private EventSchemas() {}

    /**
     * @param type such as {@code order.created}
     * @throws AssertionError names each violation of the schema
     */
    public static void assertValid(String type, String json) {
        var violations = SCHEMAS.computeIfAbsent(type, EventSchemas::schema).validate(json, InputFormat.JSON);
        if (!violations.isEmpty()) {
            throw new AssertionError("Not a valid %s: %s%n%s".formatted(type, violations, json));
        }
    }

    /** @see #assertValid(String, String) */
    public static void assertValid(String type, byte[] json) {
        assertValid(type, new String(json, StandardCharsets.UTF_8));
    }

    /** The repository's complete example of an event, in JSON. */
    public static String example(String type) {
        return read(type + ".example.json");
    }

    private static Schema schema(String type) {
        return REGISTRY.getSchema(read(type + ".schema.json"), InputFormat.JSON);
    }

    private static String read(String file) {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:events/*/" + file);
            if (found.length != 1) {
                throw new IllegalArgumentException("%d files events/*/%s, not one".formatted(found.length, file));
            }
            return found[0].getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
