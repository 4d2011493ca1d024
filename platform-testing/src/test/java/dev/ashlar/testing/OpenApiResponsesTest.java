package dev.ashlar.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OpenApiResponsesTest {

    private static final String ORDER = "/api/v1/orders/019b8d7d-f35c-775a-a634-af8570967b23";

    private final ObjectNode order = example("Order");
    private final Map<String, List<String>> headers = new TreeMap<>(Map.of("Content-Type", List.of("application/json"),
            "ETag", List.of("\"3\""), "X-Request-Id", List.of("one")));

    @Test
    void acceptsADescribedResponse() {
        assertThatCode(() -> get(ORDER + "?x=y", 200, order)).doesNotThrowAnyException();
    }

    @Test
    void namesOperationStatusAndSchemaError() {
        order.put("status", "LOST");

        assertThatThrownBy(() -> get(ORDER, 200, order)).isInstanceOf(AssertionError.class).hasMessageContainingAll(
                "GET /api/v1/orders/{id}", "status 200", "body /status: does not have a value in the enumeration");
    }

    @Test
    void checksFormats() {
        order.put("created_at", "yesterday");

        assertThatThrownBy(() -> get(ORDER, 200, order)).hasMessageContaining("/created_at");
    }

    @Test
    void refusesAFieldThatTheDocumentDoesNotHave() {
        ((ObjectNode) order.at("/items/0")).put("secret", 1);

        assertThatThrownBy(() -> get(ORDER, 200, order)).hasMessageContaining("secret");
    }

    @Test
    void refusesAnUndocumentedStatus() {
        assertThatThrownBy(() -> get(ORDER, 202, order)).hasMessageContaining("the status is not documented");
    }

    @Test
    void acceptsAProblemThatAnyOperationMayReturn() {
        headers.put("Content-Type", List.of("application/problem+json"));

        assertThatCode(() -> get(ORDER, 504, example("NotFound"))).doesNotThrowAnyException();
        assertThatCode(() -> get(ORDER, 431, example("NotFound"))).doesNotThrowAnyException();
    }

    @Test
    void refusesAnUndocumentedProblem() {
        headers.put("Content-Type", List.of("application/problem+json"));

        assertThatThrownBy(() -> get(ORDER, 409, example("NotFound")))
                .hasMessageContaining("the status is not documented");
    }

    @Test
    void refusesAnotherContentType() {
        headers.put("Content-Type", List.of("text/plain"));

        assertThatThrownBy(() -> get(ORDER, 200, order))
                .hasMessageContaining("text/plain instead of [application/json]");
    }

    @Test
    void refusesAMissingHeader() {
        headers.remove("ETag");

        assertThatThrownBy(() -> get(ORDER, 200, order)).hasMessageContaining("the header ETag is missing");
    }

    @Test
    void checksTheValueOfAHeader() {
        headers.put("ETag", List.of("W/\"3\""));

        assertThatThrownBy(() -> get(ORDER, 200, order)).hasMessageContaining("header ETag");
    }

    @Test
    void refusesABodyWhereTheDocumentHasNone() {
        assertThatThrownBy(() -> get(ORDER, 304, order)).hasMessageContaining("a body is not documented");
    }

    @Test
    void describesAnUnknownPathAsAProblemOnly() {
        headers.put("Content-Type", List.of("application/problem+json"));

        assertThatCode(() -> get("/api/v1/unknown", 404, example("NotFound"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> get("/api/v1/unknown", 200, order))
                .hasMessageContaining("no operation of the document");
    }

    private void get(String target, int status, JsonNode body) {
        OpenApiResponses.assertDescribed("GET", target, status, headers, body.toString());
    }

    private static ObjectNode example(String name) {
        return (ObjectNode) OpenApiDocument.get().root().at("/components/examples/" + name + "/value").deepCopy();
    }
}
