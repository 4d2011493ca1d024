package dev.ashlar.analytics;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The status and the body of a response. */
public record Reply(int status, String body) {

    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

}
