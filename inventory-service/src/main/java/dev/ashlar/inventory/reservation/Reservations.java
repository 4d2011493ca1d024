package dev.ashlar.inventory.reservation;

import dev.ashlar.messaging.Outbox;
import dev.ashlar.chassis.observability.AfterCommit;
import dev.ashlar.inventory.catalogue.Catalogue;
import dev.ashlar.inventory.stock.Line;
import dev.ashlar.inventory.stock.Stock;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds stock for orders. What was decided about an order is decided once, whatever comes twice or in the wrong order. */
@Service
public class Reservations {

    private static final Logger log = LoggerFactory.getLogger(Reservations.class);

    /** The topic of {@code inventory.*}, keyed by order. */
    static final String TOPIC = "inventory";

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

    /** Reserves all lines of an order or rejects it, and tells which; nothing if the order was decided or has ended before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reserve(UUID order, List<Line> lines) {
        if (!table.open(order, lines)) {
            AfterCommit.run(() -> log.atInfo().addKeyValue("order_id", order)
                    .log("Stock of an order is not reserved: it was decided before"));
            return;
        }
        if (stock.reserve(lines)) {
            outbox.append(TOPIC, order, new InventoryReserved(order, lines, clock.instant()));
            tell(order, "RESERVED", "none");
        } else {
            var reason = whyNot(lines);
            table.reject(order, reason);
            outbox.append(TOPIC, order, new InventoryRejected(order, reason, clock.instant()));
            tell(order, "REFUSED", reason.code());
        }
    }

    /** Gives back what is reserved for an order, once, and sees to it that nothing will be reserved later. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(UUID order) {
        table.release(order).ifPresent(lines -> {
            if (!lines.isEmpty()) {
                stock.release(lines);
                outbox.append(TOPIC, order, new InventoryReleased(order, lines, clock.instant()));
            }
            tell(order, "RELEASED", lines.isEmpty() ? "ended_before_it_was_reserved" : "none");
        });
    }

    private static void tell(UUID order, String state, String reason) {
        AfterCommit.run(() -> log.atInfo().addKeyValue("order_id", order).addKeyValue("reason", reason)
                .log("Stock of an order is now {}", state));
    }

    private Reason whyNot(List<Line> lines) {
        var products = lines.stream().map(Line::productId).collect(Collectors.toSet());
        return catalogue.hasAll(products) ? Reason.INSUFFICIENT_STOCK : Reason.UNKNOWN_PRODUCT;
    }
}
