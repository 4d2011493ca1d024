package dev.ashlar.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * Checks responses of the public API against the {@link OpenApiDocument}. Clients of tests call it for each response that they
 * receive.
 */
public final class OpenApiResponses {

    private static final JsonMapper STRICT = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /** The responses of paths and methods that the document does not have. */
    private static final JsonNode REFUSALS = JsonMapper.shared().readTree(
            """
            {"400": {"$ref": "#/components/responses/BadRequest"}, "401": {"$ref": "#/components/responses/Unauthorized"},
             "403": {"$ref": "#/components/responses/Forbidden"}, "404": {"$ref": "#/components/responses/NotFound"},
             "405": {"$ref": "#/components/responses/Problem"}, "default": {"$ref": "#/components/responses/Problem"}}""");

    /** The gateway may refuse any request: {@code default} describes these and 5xx. Each other status needs its own entry. */
    private static final Set<Integer> OF_ANY_OPERATION = Set.of(403, 405, 406, 408, 413, 414, 429, 431);

    private static final JsonNode PROBLEM = JsonMapper.shared().createObjectNode().put("$ref",
            "#/components/schemas/ValidationProblem");

    private final OpenApiDocument document = OpenApiDocument.get();
    private final String method;
    private final int status;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final String body;
    private final List<String> errors = new ArrayList<>();

    private OpenApiResponses(String method, int status, Map<String, List<String>> headers, String body) {
        this.method = method;
        this.status = status;
        this.headers.putAll(headers);
        this.body = body;
    }

    /**
     * Asserts that the document describes a response: its status, content type, body, and headers. The document may lack the
     * path or the method; then the response must be a problem. {@code OPTIONS}, and paths outside the public API, are not
     * checked.
     *
     * @param target path of the request, with or without a query
     * @param body empty if there is none
     * @throws AssertionError names the operation, the status and each difference
     */
    public static void assertDescribed(String method, String target, int status, Map<String, List<String>> headers,
            String body) {
        var path = target.split("\\?", 2)[0];
        var document = OpenApiDocument.get();
        var operation = document.operation(method, path);
        if (method.equals("OPTIONS") || operation.isEmpty() && !path.startsWith("/api/")) {
            return;
        }
        var responses = operation.map(one -> one.node().path("responses")).orElse(REFUSALS);
        var errors = new OpenApiResponses(method, status, headers, body).errors(responses);
        if (!errors.isEmpty()) {
            throw new AssertionError("openapi.yaml does not describe this response of %s (%s), status %d: %s%n%s%n%s"
                    .formatted(operation.map(Object::toString).orElse("no operation of the document"),
                            method + " " + target, status, String.join("; ", errors), headers, body));
        }
    }

    /**
     * Asserts that a body is a problem document as the document describes it, for a response to bytes that are no request.
     *
     * @throws AssertionError names each difference
     */
    public static void assertProblem(String body) {
        var response = new OpenApiResponses("", 0, Map.of(), body);
        response.violations("body", PROBLEM, response.json("body", body));
        if (!response.errors.isEmpty()) {
            throw new AssertionError("no problem of openapi.yaml: %s%n%n%s".formatted(
                    String.join("; ", response.errors), body));
        }
    }

    private List<String> errors(JsonNode responses) {
        var response = responses.path(Integer.toString(status));
        if (response.isMissingNode() && (status >= 500 || OF_ANY_OPERATION.contains(status))) {
            response = responses.path("default");
        }
        if (response.isMissingNode()) {
            return List.of("the status is not documented");
        }
        var resolved = document.resolve(response);
        checkHeaders(resolved.path("headers"));
        checkBody(resolved.path("content"));
        return errors;
    }

    private void checkHeaders(JsonNode documented) {
        documented.properties().forEach(entry -> {
            var header = document.resolve(entry.getValue());
            var values = headers.getOrDefault(entry.getKey(), List.of());
            if (values.isEmpty() && header.path("required").asBoolean(false)) {
                errors.add("the header " + entry.getKey() + " is missing");
            }
            values.forEach(value -> violations("header " + entry.getKey(), header.path("schema"),
                    header.at("/schema/type").asString().equals("integer")
                            ? json("header " + entry.getKey(), value)
                            : new StringNode(value)));
        });
    }

    private void checkBody(JsonNode content) {
        if (content.isEmpty() || method.equals("HEAD")) {
            if (!body.isEmpty()) {
                errors.add("a body is not documented");
            }
            return;
        }
        var type = headers.getOrDefault("Content-Type", List.of("no content type")).getFirst().split(";")[0].strip()
                .toLowerCase(Locale.ROOT);
        if (content.has(type) && type.startsWith("image/")) {
            return; // The body is not text.
        }
        if (content.has(type)) {
            violations("body", content.path(type).path("schema"), json("body", body));
        } else {
            errors.add("the content type is %s instead of %s".formatted(type, content.propertyNames()));
        }
    }

    private void violations(String place, JsonNode schema, JsonNode value) {
        document.violations(schema, value).forEach(error -> errors.add(
                "%s %s: %s".formatted(place, error.getInstanceLocation(), error.getMessage())));
    }

    private JsonNode json(String place, String text) {
        try {
            return STRICT.readTree(text);
        } catch (JacksonException e) {
            errors.add("%s is no JSON: %s".formatted(place, e.getOriginalMessage()));
            return STRICT.missingNode();
        }
    }
}
