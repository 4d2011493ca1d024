package dev.ashlar.inventory;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** A response with its body as JSON. */
public record Response(int status, HttpHeaders headers, JsonNode body) {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    static Response of(HttpResponse<String> response) {
        return new Response(response.statusCode(), response.headers(), EXACT.readTree(response.body()));
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String text(String field) {
        return body.path(field).asString();
    }

    public UUID id() {
        return UUID.fromString(text("id"));
    }

    /** The given field of each item of a list. */
    public Stream<String> items(String field) {
        return StreamSupport.stream(body.path("items").spliterator(), false).map(item -> item.path(field).asString());
    }

    /** The first field in the errors of a problem document. */
    public String invalidField() {
        return body.path("errors").path(0).path("field").asString();
    }
}
