package dev.ashlar.email;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The status and the body of a response. */
record Reply(int status, String body) {

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    String text(String pointer) {
        return json().at(pointer).asString();
    }
}
