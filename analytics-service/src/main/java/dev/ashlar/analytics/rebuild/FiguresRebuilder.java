package dev.ashlar.analytics.rebuild;

import dev.ashlar.analytics.ranking.ProductSales;
import dev.ashlar.analytics.sales.OrderFacts;
import dev.ashlar.analytics.sales.events.OrderHandlers;
import dev.ashlar.analytics.version.FiguresVersion;
import dev.ashlar.analytics.version.FiguresVersions;
import dev.ashlar.chassis.fault.StoreFaults;
import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.messaging.EventReplay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the tables that are not in use from the topic, and then puts them in use. The handlers may see an event twice, in the rebuild and in
 * the subscription: facts ignore what they know. If this instance dies, another one begins anew after 30 s.
 */
@Component
class FiguresRebuilder {

    private static final Logger log = LoggerFactory.getLogger(FiguresRebuilder.class);
    private static final List<String> TABLES = List.of("order_facts", "order_figures", "product_figures",
            "facts_horizon");
    private static final int CLEARED_ROWS = 10_000;

    /** So few messages are handled within the transaction of the switch. */
    private static final long NEARLY_DONE = 100;

    /** Writers wait so long at most. Shorter than PostgreSQL's idle_in_transaction_session_timeout (15 s). */
    private static final Duration SWITCH_TIMEOUT = Duration.ofSeconds(8);

    private final RebuildTable table;
    private final FiguresVersions versions;
    private final OrderFacts facts;
    private final ProductSales products;
    private final EventReplay.Factory replays;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    FiguresRebuilder(RebuildTable table, FiguresVersions versions, OrderFacts facts, ProductSales products,
            EventReplay.Factory replays, TransactionTemplate transactions, JdbcClient jdbc) {
        this.table = table;
        this.versions = versions;
        this.facts = facts;
        this.products = products;
        this.replays = replays;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Another instance has taken the rebuild over. */
    private static final class TakenOver extends RuntimeException {}

    @Scheduled(fixedDelay = 1_000)
    void work() {
        var owner = UUID.randomUUID();
        table.claim(owner).ifPresent(claim -> {
            try {
                rebuild(owner, claim.from());
            } catch (TakenOver _) {
                log.atWarn().log("Another instance has taken the rebuild over");
            } catch (RuntimeException e) {
                if (StoreFaults.isUnavailable(e) || Thread.currentThread().isInterrupted()) {
                    throw e; // or the service stops; the lease expires, and an instance begins anew
                }
                Cause.trace(log.atError(), e).log("The rebuild of the figures failed");
                table.end(owner, Rebuild.State.FAILED);
            }
        });
    }

    private void rebuild(UUID owner, @Nullable Instant from) {
        var target = versions.active().other();
        log.atInfo().addKeyValue("version", target).log("Rebuilding the figures");
        TABLES.forEach(name -> clear(owner, target, name));
        var subscription = OrderHandlers.of((order, change, event) -> {
            if (from == null || !order.createdAt().isBefore(from)) {
                facts.rebuild(target, order, change, event);
            }
        });
        try (var replay = replays.of(subscription, from)) {
            while (replay.total() - replay.processed() > NEARLY_DONE) {
                replay.next(handlers -> inTransaction(owner, replay, handlers));
            }
            switchTo(owner, target, replay);
        }
        products.switched();
        log.atInfo().addKeyValue("version", target).log("The figures are rebuilt");
    }

    private void clear(UUID owner, FiguresVersion version, String name) {
        var deletion = version.sql("DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s LIMIT %2$d))"
                .formatted(name, CLEARED_ROWS));
        Integer deleted;
        do {
            deleted = transactions.execute(_ -> {
                ensureOwner(owner, 0, 0);
                return jdbc.sql(deletion).update();
            });
        } while (deleted != null && deleted > 0);
    }

    private void inTransaction(UUID owner, EventReplay replay, Runnable handlers) {
        transactions.executeWithoutResult(_ -> {
            ensureOwner(owner, replay.processed(), replay.total());
            handlers.run();
        });
    }

    /** Handles the last messages while no other writer counts, so the new version lacks none that the present one has. */
    private void switchTo(UUID owner, FiguresVersion target, EventReplay replay) {
        transactions.executeWithoutResult(_ -> {
            versions.lockForSwitch();
            var total = replay.total();
            var deadline = System.nanoTime() + SWITCH_TIMEOUT.toNanos();
            while (replay.processed() < total) {
                if (System.nanoTime() > deadline) {
                    throw new TransientDataAccessResourceException("Kafka does not deliver the last events");
                }
                replay.next(Runnable::run);
            }
            ensureOwner(owner, total, total);
            versions.activate(target);
            table.end(owner, Rebuild.State.DONE);
        });
    }

    private void ensureOwner(UUID owner, long processed, long total) {
        if (!table.progress(owner, processed, total)) {
            throw new TakenOver();
        }
    }
}
