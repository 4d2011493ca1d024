package dev.ashlar.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.Pages;
import dev.ashlar.systemtests.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Compares the orders that were accepted with their effects. No order is lost, doubled or pending; stock, mails and figures
 * match; there is no new dead letter.
 *
 * @param stock pieces of each product at the start
 * @param summary figures at the start
 * @param deadLetters at the start
 */
record Reconciliation(Map<UUID, Integer> stock, JsonNode summary, long deadLetters) {

    /** The promise: so long after the last fault no order is pending. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** The lease of a mail of a dead worker must end as well. */
    private static final Duration MAIL_TIMEOUT = Duration.ofSeconds(120);

    /** Call this while nothing is in progress. */
    static Reconciliation start(Admin admin, Map<UUID, Integer> stock) throws Exception {
        for (var product : stock.keySet()) {
            Topics.awaitPublished(product);
        }
        Topics.awaitAllProcessed();
        return new Reconciliation(stock, admin.summary(), Topics.deadLetters());
    }

    void check(ConcurrentBuyers buyers) throws Exception {
        buyers.signInAgain();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(buyers.all())
                .allSatisfy(buyer -> assertThat(buyer.orders()).noneMatch(PlacedOrder::isPending)));
        Topics.awaitAllProcessed(); // Kafka has delivered unacknowledged events again
        var admin = Admin.signedIn();
        var orders = buyers.all().stream().flatMap(buyer -> {
            var listed = buyer.orders();
            assertThat(listed).as("neither lost nor doubled").extracting(PlacedOrder::id)
                    .containsExactlyInAnyOrderElementsOf(buyer.accepted());
            return listed.stream();
        }).toList();
        stock.forEach((product, pieces) -> {
            var ordered = orders.stream().filter(order -> order.product().equals(product)).toList();
            var sold = confirmed(ordered);
            assertThat(sold).as("sold pieces of " + product).isEqualTo(Math.min(pieces, ordered.size()));
            assertStock(admin, product, pieces - sold, sold);
        });
        checkFigures(admin, orders);
        await().atMost(MAIL_TIMEOUT).untilAsserted(() -> assertThat(mailsSent(admin, orders)).containsOnly(
                Map.entry("order-received", orders.size()), Map.entry("order-confirmed", confirmed(orders)),
                Map.entry("order-rejected", orders.size() - confirmed(orders))));
        assertThat(Topics.deadLetters()).isEqualTo(deadLetters);
    }

    private static void assertStock(Admin admin, UUID product, int available, int reserved) {
        var level = admin.stockOf(product);
        assertThat(level.path("available").intValue()).as("available of " + product).isEqualTo(available);
        assertThat(level.path("reserved").intValue()).as("reserved of " + product).isEqualTo(reserved);
    }

    private void checkFigures(Admin admin, List<PlacedOrder> orders) {
        await().atMost(TIMEOUT).untilAsserted(() -> {
            assertThat(increase(admin, "orders_created")).isEqualTo(orders.size());
            assertThat(increase(admin, "orders_confirmed")).isEqualTo(confirmed(orders));
            assertThat(increase(admin, "orders_rejected")).isEqualTo(orders.size() - confirmed(orders));
        });
    }

    /** The number of sent mails by template. */
    private static Map<String, Integer> mailsSent(Admin admin, List<PlacedOrder> orders) {
        var ids = orders.stream().map(PlacedOrder::id).map(UUID::toString).collect(Collectors.toSet());
        return Pages.all(admin.gateway(), "/emails").stream()
                .filter(mail -> ids.contains(mail.path("order_id").asString())
                        && mail.path("status").asString().equals("SENT"))
                .collect(Collectors.groupingBy(mail -> mail.path("template").asString(),
                        Collectors.summingInt(_ -> 1)));
    }

    private static int confirmed(List<PlacedOrder> orders) {
        return (int) orders.stream().filter(PlacedOrder::isConfirmed).count();
    }

    private int increase(Admin admin, String figure) {
        return admin.summary().path(figure).intValue() - summary.path(figure).intValue();
    }
}
