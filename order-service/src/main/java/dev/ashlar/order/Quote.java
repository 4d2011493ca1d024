package dev.ashlar.order;

import dev.ashlar.order.Order.Line;
import dev.ashlar.order.pricing.PriceList.Price;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** The price of the requested items. */
public record Quote(List<Line> lines, String currency, BigDecimal total) {

    /** The most that {@code numeric(12,2)} holds. */
    public static final BigDecimal MAX_TOTAL = new BigDecimal("9999999999.99");

    /** A requested quantity of a product. */
    public record Item(UUID productId, int quantity) {}

    /** @throws OrderRefused if a product has no price, the currencies differ or the total is too large */
    static Quote of(List<Item> items, Map<UUID, Price> prices) {
        var unknown = IntStream.range(0, items.size()).filter(i -> !prices.containsKey(items.get(i).productId()))
                .boxed().toList();
        if (!unknown.isEmpty()) {
            throw new OrderRefused.UnknownProducts(unknown);
        }
        var currencies = prices.values().stream().map(Price::currency).distinct().toList();
        if (currencies.size() > 1) {
            throw new OrderRefused.SeveralCurrencies();
        }
        var lines = items.stream().map(item -> line(item, prices.get(item.productId()))).toList();
        var total = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(MAX_TOTAL) > 0) {
            throw new OrderRefused.TotalTooLarge();
        }
        return new Quote(lines, currencies.getFirst(), total);
    }

    private static Line line(Item item, Price price) {
        return new Line(item.productId(), price.name(), item.quantity(), price.amount());
    }
}
