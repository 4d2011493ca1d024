package dev.ashlar.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

public record ApiResponse(int status, JsonNode body, HttpResponse<String> http) {

    static ApiResponse of(HttpResponse<String> http) {
        var body = http.body().isEmpty() ? "null" : http.body();
        return new ApiResponse(http.statusCode(), JsonMapper.shared().readTree(body), http);
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

    public ApiResponse is(int expected) {
        assertThat(status).as(http.body()).isEqualTo(expected);
        return this;
    }

    /** Asserts a 400 with exactly one error, about this field. */
    public ApiResponse refuses(String field) {
        is(400);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(List.copyOf(body.path("errors").values())).extracting(error -> error.path("field").asString())
                .containsExactly(field);
        return this;
    }
}
