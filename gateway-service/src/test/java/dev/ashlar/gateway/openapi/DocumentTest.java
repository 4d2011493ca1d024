package dev.ashlar.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.openapi.Document.Body;
import dev.ashlar.gateway.openapi.Document.Operation;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentTest {

    private static final Path DEMO_PRODUCTS = Path.of("../inventory-service/src/main/resources/demo/products.json");

    private static final Document DOCUMENT = read();

    static Stream<Operation> operations() {
        return DOCUMENT.operations();
    }

    static Stream<Operation> operationsWithAnId() {
        return operations().filter(operation -> operation.path().contains("{id}"));
    }

    static Stream<Body> bodies() {
        return DOCUMENT.operations().flatMap(DOCUMENT::bodies)
                .filter(body -> body.place().endsWith("json"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void describesEachOperationAndEachOfItsResponses(Operation operation) {
        assertThat(operation.node().path("description").asString("")).isNotBlank();
        assertThat(operation.node().path("responses").properties()).isNotEmpty().allSatisfy(response -> assertThat(
                DOCUMENT.resolve(response.getValue()).path("description").asString("")).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("operationsWithAnId")
    void tellsThatAnIdMayBeMalformedOrUnknown(Operation operation) {
        assertThat(operation.node().path("responses").propertyNames()).contains("400", "404");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void givesExamplesOfEachBodyThatItsSchemaAccepts(Body body) {
        assertThat(DOCUMENT.examples(body)).isNotEmpty()
                .allSatisfy(example -> assertThat(DOCUMENT.violations(body, example)).isEmpty());
    }

    @Test
    void ordersAProductOfTheDemo() {
        var order = DOCUMENT.bodies(DOCUMENT.operation("POST", "/api/v1/orders")).findFirst().orElseThrow();
        var products = JsonMapper.shared().readTree(DEMO_PRODUCTS);

        assertThat(DOCUMENT.examples(order)).isNotEmpty().allSatisfy(example -> assertThat(example.path("items"))
                .isNotEmpty().allSatisfy(line -> assertThat(stock(products, line.path("product_id").asString()))
                        .isGreaterThanOrEqualTo(line.path("quantity").intValue())));
    }

    @Test
    void createsAProductThatTheDemoDoesNotHave() {
        var product = DOCUMENT.bodies(DOCUMENT.operation("POST", "/api/v1/products")).findFirst().orElseThrow();
        var skus = JsonMapper.shared().readTree(DEMO_PRODUCTS).valueStream().map(one -> one.path("sku").asString());

        assertThat(skus).isNotEmpty()
                .doesNotContain(DOCUMENT.examples(product).getFirst().path("sku").asString());
    }

    private static int stock(JsonNode products, String id) {
        return products.valueStream().filter(product -> product.path("id").asString().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError("The demo has no product " + id)).path("stock").intValue();
    }

    private static Document read() {
        try {
            return Document.read();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
