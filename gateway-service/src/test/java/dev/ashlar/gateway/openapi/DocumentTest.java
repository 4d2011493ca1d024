package dev.ashlar.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.OpenApiDocument;
import dev.ashlar.testing.OpenApiDocument.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentTest {

    private static final Path DEMO_PRODUCTS = Path.of("../inventory-service/src/main/resources/demo/products.json");
    private static final OpenApiDocument DOCUMENT = OpenApiDocument.get();

    /** Where the document gives examples of a schema: a media type, a parameter, a header, or the schema itself. */
    record Exemplified(String place, JsonNode schema, List<JsonNode> examples) {

        @Override
        public String toString() {
            return place;
        }
    }

    static Stream<Operation> operations() {
        return DOCUMENT.operations();
    }

    static Stream<Operation> operationsWithAnId() {
        return operations().filter(operation -> operation.path().contains("{id}"));
    }

    static Stream<Exemplified> jsonBodies() {
        return objects("", DOCUMENT.root())
                .filter(one -> one.place().endsWith("json") && one.place().contains("/content/"));
    }

    static Stream<Exemplified> examples() {
        return objects("", DOCUMENT.root()).filter(one -> !one.examples().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void describesEachOperationAndEachResponse(Operation operation) {
        assertThat(operation.node().path("description").asString("")).isNotBlank();
        assertThat(operation.node().path("responses").properties()).isNotEmpty().allSatisfy(response -> assertThat(
                DOCUMENT.resolve(response.getValue()).path("description").asString("")).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("operationsWithAnId")
    void documentsErrorsOfAMalformedOrUnknownId(Operation operation) {
        assertThat(operation.node().path("responses").propertyNames()).contains("400", "404");
    }

    @ParameterizedTest
    @MethodSource("jsonBodies")
    void givesAnExampleOfEachBody(Exemplified body) {
        assertThat(body.examples()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void givesExamplesThatTheirSchemasAccept(Exemplified place) {
        assertThat(place.examples())
                .allSatisfy(example -> assertThat(DOCUMENT.violations(place.schema(), example)).isEmpty());
    }

    @Test
    void usesEachExampleOfItsComponents() {
        var document = DOCUMENT.root().toString();

        assertThat(DOCUMENT.root().at("/components/examples").propertyNames()).isNotEmpty()
                .allSatisfy(name -> assertThat(document).contains("\"#/components/examples/" + name + "\""));
    }

    @Test
    void usesAProductOfTheDemoInTheOrderExample() {
        var products = JsonMapper.shared().readTree(DEMO_PRODUCTS);

        assertThat(exampleOfRequest("/api/v1/orders").path("items")).isNotEmpty().allSatisfy(
                line -> assertThat(stock(products, line.path("product_id").asString()))
                        .isGreaterThanOrEqualTo(line.path("quantity").intValue()));
    }

    @Test
    void createsAProductThatIsNotInTheDemo() {
        var skus = JsonMapper.shared().readTree(DEMO_PRODUCTS).valueStream().map(one -> one.path("sku").asString());

        assertThat(skus).isNotEmpty().doesNotContain(exampleOfRequest("/api/v1/products").path("sku").asString());
    }

    private static JsonNode exampleOfRequest(String path) {
        var request = DOCUMENT.operation("POST", path).orElseThrow().node().path("requestBody");
        return DOCUMENT.resolve(request).at("/content/application~1json/example");
    }

    private static int stock(JsonNode products, String id) {
        return products.valueStream().filter(product -> product.path("id").asString().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError("The demo has no product " + id)).path("stock").intValue();
    }

    /** The object at a place and those below it, but not those inside of examples. */
    private static Stream<Exemplified> objects(String place, JsonNode node) {
        if (node.isArray()) {
            return IntStream.range(0, node.size()).boxed().flatMap(i -> objects(place + "/" + i, node.get(i)));
        }
        var children = node.propertyStream().filter(child -> !child.getKey().matches("examples?"))
                .flatMap(child -> objects(place + "/" + child.getKey(), child.getValue()));
        return node.isObject() ? Stream.concat(Stream.of(exemplified(place, node)), children) : children;
    }

    /** OpenAPI has {@code example}, or {@code examples} by name, beside a schema; a schema has a list and a default. */
    private static Exemplified exemplified(String place, JsonNode node) {
        if (node.has("schema")) {
            var named = node.path("examples").valueStream().map(one -> DOCUMENT.resolve(one).path("value"));
            var examples = Stream.concat(named, Stream.of(node.path("example")).filter(one -> !one.isMissingNode()));
            return new Exemplified(place, node.get("schema"), examples.toList());
        }
        var examples = Stream.concat(node.path("examples").valueStream().filter(_ -> node.get("examples").isArray()),
                Stream.of(node.path("default")).filter(_ -> node.has("type")));
        return new Exemplified(place, node, examples.filter(one -> !one.isMissingNode()).toList());
    }
}
