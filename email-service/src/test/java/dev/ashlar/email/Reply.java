package dev.ashlar.email;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
record Reply(int status, String body) {

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    String text(String pointer) {
        return json().at(pointer).asString();
    }
}
