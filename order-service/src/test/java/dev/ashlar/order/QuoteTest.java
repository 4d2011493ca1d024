package dev.ashlar.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.order.Order.Line;
import dev.ashlar.order.OrderRefused.SeveralCurrencies;
import dev.ashlar.order.OrderRefused.TotalTooLarge;
import dev.ashlar.order.OrderRefused.UnknownProducts;
import dev.ashlar.order.Quote.Item;
import dev.ashlar.order.pricing.PriceList.Price;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuoteTest {

    private static final UUID LAMP = UUID.randomUUID();
    private static final UUID RUG = UUID.randomUUID();

    @Test
    void addsUpLinesAtTheListedPricesAndCopiesNames() {
        var quote = Quote.of(List.of(new Item(RUG, 3), new Item(LAMP, 2)),
                Map.of(LAMP, new Price(new BigDecimal("49.99"), "USD", "Lamp"), RUG,
                        new Price(new BigDecimal("0.10"), "USD", "Rug")));

        assertThat(quote.total()).isEqualTo("100.28");
        assertThat(quote.currency()).isEqualTo("USD");
        assertThat(quote.lines()).containsExactly(new Line(RUG, "Rug", 3, new BigDecimal("0.10")),
                new Line(LAMP, "Lamp", 2, new BigDecimal("49.99")));
    }

    @Test
    void namesEachLineWithoutAPrice() {
        var items = List.of(new Item(UUID.randomUUID(), 1), new Item(LAMP, 1),
                new Item(UUID.randomUUID(), 1));

        assertThatExceptionOfType(UnknownProducts.class).isThrownBy(() -> Quote.of(items, Map.of(LAMP, usd("1.00"))))
                .satisfies(refusal -> assertThat(refusal.lines()).containsExactly(0, 2));
    }

    @Test
    void refusesSeveralCurrencies() {
        var prices = Map.of(LAMP, usd("1.00"), RUG, new Price(new BigDecimal("1.00"), "EUR", null));

        assertThatExceptionOfType(SeveralCurrencies.class)
                .isThrownBy(() -> Quote.of(List.of(new Item(LAMP, 1), new Item(RUG, 1)), prices));
    }

    @Test
    void refusesATotalAboveTheMaximum() {
        var prices = Map.of(LAMP, usd("9999999999.99"), RUG, usd("0.01"));

        assertThat(Quote.of(List.of(new Item(LAMP, 1)), Map.of(LAMP, usd("9999999999.99"))).total())
                .isEqualTo(Quote.MAX_TOTAL);
        assertThatExceptionOfType(TotalTooLarge.class)
                .isThrownBy(() -> Quote.of(List.of(new Item(LAMP, 1), new Item(RUG, 1)), prices));
    }

    private static Price usd(String amount) {
        return new Price(new BigDecimal(amount), "USD", null);
    }
}
