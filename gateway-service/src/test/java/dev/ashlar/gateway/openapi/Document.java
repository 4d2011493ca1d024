package dev.ashlar.gateway.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI document, with references followed. */
final class Document {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    /** One operation, such as {@code POST /api/v1/orders}. */
    record Operation(String method, String path, JsonNode node) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** What is sent or answered in one media type; {@code place} says where. */
    record Body(String place, JsonNode mediaType) {}

    private final JsonNode root;

    private Document(JsonNode root) {
        this.root = root;
    }

    static Document read() throws Exception {
        try (var yaml = new ClassPathResource("openapi.yaml").getInputStream()) {
            return new Document(new YAMLMapper().readTree(yaml));
        }
    }

    Stream<Operation> operations() {
        return root.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(entry -> new Operation(entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), entry.getValue())));
    }

    Operation operation(String method, String path) {
        return operations().filter(one -> one.method().equals(method) && one.path().equals(path)).findFirst()
                .orElseThrow();
    }

    /** The request body and the bodies of all responses of an operation. */
    Stream<Body> bodies(Operation operation) {
        var request = resolve(operation.node().path("requestBody"));
        return Stream.concat(contents(operation + " request", request),
                operation.node().path("responses").properties().stream()
                        .flatMap(response -> contents(operation + " " + response.getKey(),
                                resolve(response.getValue()))));
    }

    private static Stream<Body> contents(String place, JsonNode message) {
        return message.path("content").properties().stream()
                .map(content -> new Body(place + " " + content.getKey(), content.getValue()));
    }

    /** The examples of a body; none where the document gives none. */
    List<JsonNode> examples(Body body) {
        var one = body.mediaType().path("example");
        return one.isMissingNode()
                ? body.mediaType().path("examples").valueStream().map(this::resolve)
                        .map(example -> example.path("value")).toList()
                : List.of(one);
    }

    /** The schemas become definitions of the one that is used, since a JSON Schema has no components. */
    List<Error> violations(Body body, JsonNode example) {
        var schema = JsonMapper.shared().createObjectNode();
        schema.putArray("allOf").add(body.mediaType().path("schema"));
        schema.set("$defs", root.at("/components/schemas"));
        var text = schema.toString().replace("#/components/schemas/", "#/$defs/");
        return SCHEMAS.getSchema(text, InputFormat.JSON).validate(example);
    }

    /** A reference's target; anything else as it is. */
    JsonNode resolve(JsonNode node) {
        var reference = node.path("$ref");
        return reference.isMissingNode() ? node : root.at(reference.asString().substring(1));
    }
}
