package dev.ashlar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A response with its status, headers and body. */
public record Response(HttpResponse<String> raw) {

    public int status() {
        return raw.statusCode();
    }

    /** The body as JSON. */
    public JsonNode body() {
        return JsonMapper.shared().readTree(raw.body());
    }

    /** This response. The test fails if the status is another one. */
    public Response expect(int status) {
        assertThat(status()).as("%s %s: %s", raw.request().method(), raw.uri(), raw.body()).isEqualTo(status);
        return this;
    }

    /** A field of the body. */
    public String text(String field) {
        return body().path(field).asString();
    }

    /** The field {@code id} of the body. */
    public UUID id() {
        return UUID.fromString(text("id"));
    }
}
