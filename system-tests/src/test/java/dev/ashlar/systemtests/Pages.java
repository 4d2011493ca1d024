package dev.ashlar.systemtests;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads all pages of a list. */
public final class Pages {

    private Pages() {}

    /** @param list its path after {@code /api/v1} */
    public static List<JsonNode> all(Gateway gateway, String list) {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var path = list + "?limit=100" + cursor;
            var page = RateLimit.retry(() -> gateway.get(path)).expect(200).body();
            page.path("items").forEach(items::add);
            cursor = page.path("next_cursor").isNull() ? "" : "&cursor=" + page.path("next_cursor").asString();
        } while (!cursor.isEmpty());
        return items;
    }
}
