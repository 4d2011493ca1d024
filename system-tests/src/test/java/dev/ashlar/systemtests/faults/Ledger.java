package dev.ashlar.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.systemtests.Admin;
import dev.ashlar.systemtests.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What the shop owed before the faults, and what must be true after them: no order lost, doubled or stuck, nothing oversold or
 * withheld, each mail sent, each figure exact.
 */
record Ledger(Map<UUID, Integer> stock, JsonNode summary, long deadLetters) {

    /** The promise: so long after the last fault nothing is pending any more. */
    private static final Duration AT_REST = Duration.ofSeconds(60);

    /** A lease of a mail that a dead worker held has to end, too. */
    private static final Duration MAILED = Duration.ofSeconds(120);

    /** Opened while nothing happens. */
    static Ledger open(Admin admin, Map<UUID, Integer> stock) throws Exception {
        for (var product : stock.keySet()) {
            Topics.awaitPublished(product);
        }
        Topics.awaitQuiet();
        return new Ledger(stock, admin.summary(), Topics.deadLetters());
    }

    void balances(List<Buyer> buyers) throws Exception {
        buyers.forEach(Buyer::signsInAgain);
        await().atMost(AT_REST).untilAsserted(() -> assertThat(buyers)
                .allSatisfy(buyer -> assertThat(Books.of(buyer)).noneMatch(Books.Entry::isPending)));
        Topics.awaitQuiet(); // what was not acknowledged has been delivered again
        var admin = Admin.signedIn();
        var entries = buyers.stream().flatMap(buyer -> {
            var books = Books.of(buyer);
            assertThat(books).as("neither lost nor doubled").extracting(Books.Entry::id)
                    .containsExactlyInAnyOrderElementsOf(buyer.accepted());
            return books.stream();
        }).toList();
        stock.forEach((product, pieces) -> {
            var ordered = entries.stream().filter(entry -> entry.product().equals(product)).toList();
            var sold = confirmed(ordered);
            assertThat(sold).as("sold of " + product).isEqualTo(Math.min(pieces, ordered.size()));
            assertStock(admin, product, pieces - sold, sold);
        });
        counted(admin, entries);
        await().atMost(MAILED).untilAsserted(() -> assertThat(Books.mailsSent(admin, entries)).containsOnly(
                Map.entry("order-received", entries.size()), Map.entry("order-confirmed", confirmed(entries)),
                Map.entry("order-rejected", entries.size() - confirmed(entries))));
        assertThat(Topics.deadLetters()).isEqualTo(deadLetters);
    }

    private static void assertStock(Admin admin, UUID product, int available, int reserved) {
        var level = admin.stockOf(product);
        assertThat(level.path("available").intValue()).as("available of " + product).isEqualTo(available);
        assertThat(level.path("reserved").intValue()).as("reserved of " + product).isEqualTo(reserved);
    }

    private void counted(Admin admin, List<Books.Entry> entries) {
        await().atMost(AT_REST).untilAsserted(() -> {
            assertThat(grown(admin, "orders_created")).isEqualTo(entries.size());
            assertThat(grown(admin, "orders_confirmed")).isEqualTo(confirmed(entries));
            assertThat(grown(admin, "orders_rejected")).isEqualTo(entries.size() - confirmed(entries));
        });
    }

    private static int confirmed(List<Books.Entry> entries) {
        return (int) entries.stream().filter(Books.Entry::isConfirmed).count();
    }

    private int grown(Admin admin, String figure) {
        return admin.summary().path(figure).intValue() - summary.path(figure).intValue();
    }
}
