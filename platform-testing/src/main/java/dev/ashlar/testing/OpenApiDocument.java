package dev.ashlar.testing;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI document of the public API ({@code gateway-service/src/main/resources/openapi.yaml}). Thread-safe. */
public final class OpenApiDocument {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(
            Dialect.builder(Dialects.getDraft202012()).format(new EmailAddress()).build(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private static final Once<OpenApiDocument> INSTANCE = new Once<>(OpenApiDocument::read);

    private final JsonNode root;
    private final JsonNode definitions;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** One operation, such as {@code POST /api/v1/orders}. */
    public record Operation(String method, String path, JsonNode node) {

        /** Path segments that are variables match any text; {@code /users/me} comes before {@code /users/{id}}. */
        boolean matches(String requestMethod, String requestPath) {
            var variables = path.split("/", -1);
            var values = requestPath.split("/", -1);
            return method.equals(requestMethod) && variables.length == values.length
                    && Stream.iterate(0, i -> i < values.length, i -> i + 1).allMatch(
                            i -> variables[i].startsWith("{") ? !values[i].isEmpty() : variables[i].equals(values[i]));
        }

        private long variables() {
            return Arrays.stream(path.split("/")).filter(segment -> segment.startsWith("{")).count();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** The validator's own format accepts public top-level domains only, and the demo's accounts end with {@code .local}. */
    private static final class EmailAddress implements Format {

        @Override
        public String getName() {
            return "email";
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return value.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
        }
    }

    private OpenApiDocument(JsonNode root) {
        this.root = root;
        this.definitions = root.at("/components/schemas").deepCopy();
        definitions.forEach(OpenApiDocument::closeChildren);
    }

    public static OpenApiDocument get() {
        return INSTANCE.get();
    }

    public JsonNode root() {
        return root;
    }

    public Stream<Operation> operations() {
        return root.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(entry -> new Operation(entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), entry.getValue())));
    }

    /**
     * @param path of a request, without its query
     * @return empty if the document has no such operation; {@code HEAD} is described as {@code GET}
     */
    public Optional<Operation> operation(String method, String path) {
        var described = method.equals("HEAD") ? "GET" : method;
        return operations().filter(one -> one.matches(described, path))
                .min(Comparator.comparingLong(Operation::variables));
    }

    /** The target of a reference; any other node unchanged. */
    public JsonNode resolve(JsonNode node) {
        var reference = node.path("$ref");
        return reference.isMissingNode() ? node : root.at(reference.asString().substring(1));
    }

    /**
     * Formats count, and so do fields that the schema does not name: an object may have those only if its schema says so
     * with {@code additionalProperties}.
     */
    public List<Error> violations(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema.toString(), _ -> compile(schema)).validate(value);
    }

    /** The component schemas become definitions of this schema, because a JSON Schema has no components. */
    private Schema compile(JsonNode schema) {
        var wrapper = JsonMapper.shared().createObjectNode();
        wrapper.set("items", schema.deepCopy());
        closeChildren(wrapper);
        var closed = (ObjectNode) wrapper.get("items");
        closed.set("$defs", definitions);
        return REGISTRY.getSchema(closed.toString().replace("#/components/schemas/", "#/$defs/"), InputFormat.JSON);
    }

    /** A member of {@code allOf} stays open, because its siblings name further fields. */
    private static void closeChildren(JsonNode schema) {
        schema.path("properties").forEach(OpenApiDocument::close);
        schema.path("oneOf").forEach(OpenApiDocument::close);
        schema.path("allOf").forEach(OpenApiDocument::closeChildren);
        close(schema.path("items"));
        close(schema.path("additionalProperties"));
    }

    private static void close(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)) {
            return;
        }
        closeChildren(object);
        if (object.has("$ref") || object.has("properties") || object.has("allOf")) {
            object.put("unevaluatedProperties", false);
        }
    }

    private static OpenApiDocument read() {
        try (var yaml = new ClassPathResource("openapi/openapi.yaml").getInputStream()) {
            return new OpenApiDocument(YAMLMapper.shared().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
