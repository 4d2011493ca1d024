package dev.ashlar.inventory.reservation;

import dev.ashlar.chassis.observability.AfterCommit;
import dev.ashlar.inventory.catalogue.Catalogue;
import dev.ashlar.inventory.reservation.events.InventoryEvent;
import dev.ashlar.inventory.reservation.events.InventoryEvent.Reason;
import dev.ashlar.inventory.stock.Stock;
import dev.ashlar.inventory.stock.StockLine;
import dev.ashlar.messaging.Outbox;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reserves stock for orders and releases it. Duplicate and late events change nothing: each order is decided once. */
@Service
public class Reservations {

    private static final Logger log = LoggerFactory.getLogger(Reservations.class);

    private final ReservationTable table;
    private final Stock stock;
    private final Catalogue catalogue;
    private final Outbox outbox;
    private final Clock clock;

    Reservations(ReservationTable table, Stock stock, Catalogue catalogue, Outbox outbox, Clock clock) {
        this.table = table;
        this.stock = stock;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Locks the stock that a batch of events will change, in the sequence of product ids. So concurrent batches cannot deadlock.
     *
     * @param products of new orders
     * @param ended orders whose stock will be released
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockStock(Collection<UUID> products, Collection<UUID> ended) {
        var all = new HashSet<>(products);
        if (!ended.isEmpty()) {
            all.addAll(table.productsOf(ended));
        }
        stock.lock(all);
    }

    /** Reserves all lines of an order, or rejects the order, and publishes the result. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reserve(UUID order, List<StockLine> lines) {
        if (!table.open(order, lines)) {
            AfterCommit.run(() -> log.atInfo().addKeyValue("order_id", order)
                    .log("Stock of an order is not reserved: it was decided before"));
        } else if (stock.reserve(lines)) {
            publish(order, new InventoryEvent.Reserved(order, lines, clock.instant()));
            logState(order, "RESERVED", "none");
        } else {
            var reason = reasonFor(lines);
            table.reject(order, reason);
            publish(order, new InventoryEvent.Rejected(order, reason, clock.instant()));
            logState(order, "REFUSED", reason.code());
        }
    }

    /** Releases the stock of an order, once. An order that is not reserved yet can't be reserved later. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(UUID order) {
        table.release(order).ifPresent(lines -> {
            if (!lines.isEmpty()) {
                stock.release(lines);
                publish(order, new InventoryEvent.Released(order, lines, clock.instant()));
            }
            logState(order, "RELEASED", lines.isEmpty() ? "ended_before_it_was_reserved" : "none");
        });
    }

    private void publish(UUID order, InventoryEvent event) {
        outbox.append(InventoryEvent.TOPIC, order, event);
    }

    private static void logState(UUID order, String state, String reason) {
        AfterCommit.run(() -> log.atInfo().addKeyValue("order_id", order).addKeyValue("reason", reason)
                .log("Stock of an order is now {}", state));
    }

    private Reason reasonFor(List<StockLine> lines) {
        var products = lines.stream().map(StockLine::productId).collect(Collectors.toSet());
        return catalogue.hasAll(products) ? Reason.INSUFFICIENT_STOCK : Reason.UNKNOWN_PRODUCT;
    }
}
