package dev.ashlar.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

public record Response(int status, HttpHeaders headers, String body) {

    static Response read(ClientHttpResponse response) throws IOException {
        return new Response(response.getStatusCode().value(), response.getHeaders(),
                new String(response.getBody().readAllBytes(), UTF_8));
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    public UUID id() {
        return UUID.fromString(text("/id"));
    }

    public String text(String pointer) {
        return json().at(pointer).asString();
    }

    public @Nullable String header(String name) {
        return headers.getFirst(name);
    }
}
