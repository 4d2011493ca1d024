package dev.ashlar.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
public record Answer(int status, JsonNode body, HttpResponse<String> http) {

    static Answer of(HttpResponse<String> http) {
        var body = http.body().isEmpty() ? "null" : http.body();
        return new Answer(http.statusCode(), JsonMapper.shared().readTree(body), http);
    }

    public String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }

    public String text(String field) {
        return body.path(field).asString();
    }

    public UUID id(String field) {
        return UUID.fromString(text(field));
    }

    public Answer is(int expected) {
        assertThat(status).as(http.body()).isEqualTo(expected);
        return this;
    }

    /** A validation problem about exactly this field. */
    public Answer refuses(String field) {
        is(400);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(List.copyOf(body.path("errors").values())).extracting(error -> error.path("field").asString())
                .containsExactly(field);
        return this;
    }
}
