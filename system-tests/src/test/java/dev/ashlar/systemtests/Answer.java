package dev.ashlar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer, as it came. */
public record Answer(int status, HttpResponse<String> raw) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Its body, read as JSON. */
    public JsonNode body() {
        return JSON.readTree(raw.body());
    }

    /** The answer itself, if it has the status; else the test fails and shows what came instead. */
    public Answer expect(int expected) {
        assertThat(status).as("%s %s answered %s", raw.request().method(), raw.uri(), raw.body()).isEqualTo(expected);
        return this;
    }

    /** A field of its body. */
    public String text(String field) {
        return body().path(field).asString();
    }

    /** What was made, or asked for. */
    public UUID id() {
        return UUID.fromString(text("id"));
    }
}
