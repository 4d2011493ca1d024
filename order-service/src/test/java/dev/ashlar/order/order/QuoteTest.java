package dev.ashlar.order.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.order.order.OrderRefused.SeveralCurrencies;
import dev.ashlar.order.order.OrderRefused.TotalTooLarge;
import dev.ashlar.order.order.OrderRefused.UnknownProducts;
import dev.ashlar.order.pricing.Price;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuoteTest {

    private static final UUID LAMP = UUID.randomUUID();
    private static final UUID RUG = UUID.randomUUID();

    @Test
    void addsUpLinesAtTheServersPricesAndNamesThem() {
        var quote = Quote.of(List.of(new WantedLine(RUG, 3), new WantedLine(LAMP, 2)),
                Map.of(LAMP, new Price(new BigDecimal("49.99"), "USD", "Lamp"), RUG,
                        new Price(new BigDecimal("0.10"), "USD", "Rug")));

        assertThat(quote.total()).isEqualTo("100.28");
        assertThat(quote.currency()).isEqualTo("USD");
        assertThat(quote.lines()).containsExactly(new OrderLine(RUG, "Rug", 3, new BigDecimal("0.10")),
                new OrderLine(LAMP, "Lamp", 2, new BigDecimal("49.99")));
    }

    @Test
    void namesEveryLineWithoutPrice() {
        var wanted = List.of(new WantedLine(UUID.randomUUID(), 1), new WantedLine(LAMP, 1),
                new WantedLine(UUID.randomUUID(), 1));

        assertThatExceptionOfType(UnknownProducts.class).isThrownBy(() -> Quote.of(wanted, Map.of(LAMP, usd("1.00"))))
                .satisfies(refusal -> assertThat(refusal.lines()).containsExactly(0, 2));
    }

    @Test
    void refusesSeveralCurrencies() {
        var prices = Map.of(LAMP, usd("1.00"), RUG, new Price(new BigDecimal("1.00"), "EUR", null));

        assertThatExceptionOfType(SeveralCurrencies.class)
                .isThrownBy(() -> Quote.of(List.of(new WantedLine(LAMP, 1), new WantedLine(RUG, 1)), prices));
    }

    @Test
    void refusesATotalThatDoesNotFit() {
        var prices = Map.of(LAMP, usd("9999999999.99"), RUG, usd("0.01"));

        assertThat(Quote.of(List.of(new WantedLine(LAMP, 1)), Map.of(LAMP, usd("9999999999.99"))).total())
                .isEqualTo(Quote.MAX_TOTAL);
        assertThatExceptionOfType(TotalTooLarge.class)
                .isThrownBy(() -> Quote.of(List.of(new WantedLine(LAMP, 1), new WantedLine(RUG, 1)), prices));
    }

    private static Price usd(String amount) {
        return new Price(new BigDecimal(amount), "USD", null);
    }
}
