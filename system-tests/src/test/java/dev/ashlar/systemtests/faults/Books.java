package dev.ashlar.systemtests.faults;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.Gateway;
import dev.ashlar.systemtests.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads whole lists of the API, page by page. */
final class Books {

    private Books() {}

    /** An order of one line, as its owner sees it. */
    record Entry(UUID id, UUID product, String status) {

        static Entry of(JsonNode order) {
            return new Entry(UUID.fromString(order.path("id").asString()),
                    UUID.fromString(order.path("items").path(0).path("product_id").asString()),
                    order.path("status").asString());
        }

        boolean isPending() {
            return status.equals("PENDING");
        }

        boolean isConfirmed() {
            return status.equals("CONFIRMED");
        }
    }

    static List<Entry> of(Buyer buyer) {
        return all(buyer.gateway(), "/orders").stream().map(Entry::of).toList();
    }

    /** How many mails of each template were sent for these orders. */
    static Map<String, Integer> mailsSent(Admin admin, List<Entry> orders) {
        var ids = orders.stream().map(Entry::id).map(UUID::toString).collect(Collectors.toSet());
        return all(admin.gateway(), "/emails").stream()
                .filter(mail -> ids.contains(mail.path("order_id").asString())
                        && mail.path("status").asString().equals("SENT"))
                .collect(Collectors.groupingBy(mail -> mail.path("template").asString(),
                        Collectors.summingInt(_ -> 1)));
    }

    private static List<JsonNode> all(Gateway gateway, String list) {
        var items = new ArrayList<JsonNode>();
        var next = "";
        do {
            var path = list + "?limit=100" + next;
            var page = Patience.with(() -> gateway.get(path)).expect(200).body();
            page.path("items").forEach(items::add);
            next = page.path("next_cursor").isNull() ? "" : "&cursor=" + page.path("next_cursor").asString();
        } while (!next.isEmpty());
        return items;
    }
}
