package dev.ashlar.order.order;

import dev.ashlar.order.pricing.PriceList;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accepts orders, at the server's prices. */
@Service
public class OrderPlacement {

    private final PriceList prices;
    private final Orders orders;
    private final OrderEvents events;
    private final Clock clock;

    OrderPlacement(PriceList prices, Orders orders, OrderEvents events, Clock clock) {
        this.prices = prices;
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Accepts an order for the wanted lines, each of another product.
     *
     * @throws OrderRefused if a product is unknown, the currencies differ or the total is too large
     */
    @Transactional
    public Order place(UUID user, List<WantedLine> wanted) {
        var quote = Quote.of(wanted, prices.of(wanted.stream().map(WantedLine::productId).toList()));
        var order = orders.save(new Order(user, quote, clock.instant()));
        orders.flush();
        events.changed(order, null);
        OrderLog.changed(order, null);
        return order;
    }
}
