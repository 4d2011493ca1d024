package dev.ashlar.localstack.demo;

import dev.ashlar.process.StackFailure;
import tools.jackson.databind.JsonNode;

/** What the platform answered. */
record ApiAnswer(String request, int status, JsonNode body) {

    /** @throws StackFailure if it is another status, with the platform's own explanation */
    JsonNode expect(int expected) {
        if (status != expected) {
            throw new StackFailure("%s was answered with %d instead of %d: %s".formatted(request, status, expected,
                    body.path("detail").asString(body.path("title").asString("no explanation"))));
        }
        return body;
    }
}
