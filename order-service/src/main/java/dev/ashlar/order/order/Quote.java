package dev.ashlar.order.order;

import dev.ashlar.order.pricing.Price;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the wanted lines cost at the server's prices. */
record Quote(List<OrderLine> lines, String currency, BigDecimal total) {

    /** The most that {@code numeric(12,2)} holds. */
    static final BigDecimal MAX_TOTAL = new BigDecimal("9999999999.99");

    /** @throws OrderRefused if these lines can't make an order at these prices */
    static Quote of(List<WantedLine> wanted, Map<UUID, Price> prices) {
        var unknown = IntStream.range(0, wanted.size())
                .filter(line -> !prices.containsKey(wanted.get(line).productId())).boxed().toList();
        if (!unknown.isEmpty()) {
            throw new OrderRefused.UnknownProducts(unknown);
        }
        var currencies = prices.values().stream().map(Price::currency).distinct().toList();
        if (currencies.size() > 1) {
            throw new OrderRefused.SeveralCurrencies();
        }
        var lines = wanted.stream().map(line -> line(line, prices.get(line.productId()))).toList();
        var total = lines.stream().map(OrderLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(MAX_TOTAL) > 0) {
            throw new OrderRefused.TotalTooLarge();
        }
        return new Quote(lines, currencies.getFirst(), total);
    }

    private static OrderLine line(WantedLine wanted, Price price) {
        return new OrderLine(wanted.productId(), price.name(), wanted.quantity(), price.amount());
    }
}
