package dev.ashlar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** @param body empty if there is none */
public record ServiceResponse(int status, HttpHeaders headers, String body) {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    /** Numbers keep all their digits. */
    public JsonNode json() {
        return EXACT.readTree(body);
    }

    /** @return empty if there is no such header */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** @param pointer a JSON Pointer; the first slash may be left out */
    public String text(String pointer) {
        return json().at(pointer.startsWith("/") ? pointer : "/" + pointer).asString();
    }

    public UUID id() {
        return id("id");
    }

    /** @see #text(String) */
    public UUID id(String pointer) {
        return UUID.fromString(text(pointer));
    }

    /** A field of each item of a list. */
    public Stream<String> items(String field) {
        return json().path("items").valueStream().map(item -> item.path(field).asString());
    }

    /** The field of the first validation error of a problem document. */
    public String invalidField() {
        return text("/errors/0/field");
    }

    public ServiceResponse is(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        return this;
    }

    /** Asserts a 400 whose validation errors are about exactly this field. */
    public ServiceResponse refuses(String field) {
        is(400);
        assertThat(json().path("errors").values()).as(body).extracting(error -> error.path("field").asString())
                .containsExactly(field);
        return this;
    }
}
