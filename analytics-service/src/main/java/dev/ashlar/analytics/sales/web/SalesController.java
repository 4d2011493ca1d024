package dev.ashlar.analytics.sales.web;

import dev.ashlar.analytics.ShopProperties;
import dev.ashlar.analytics.sales.Granularity;
import dev.ashlar.analytics.sales.Interval;
import dev.ashlar.analytics.sales.SalesFigures;
import dev.ashlar.analytics.sales.Summary;
import dev.ashlar.chassis.web.CurrencyCode;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /analytics/summary} and {@code /analytics/sales}; all time and the shop's currency by default. */
@RestController
@RequestMapping("/api/v1/analytics")
class SalesController {

    private static final String UNITS = "minute|hour|day";
    private static final String UNITS_WANTED = "must be one of minute, hour, day";

    private final SalesFigures figures;
    private final ShopProperties shop;

    SalesController(SalesFigures figures, ShopProperties shop) {
        this.figures = figures;
        this.shop = shop;
    }

    @GetMapping("/summary")
    Summary summary(@RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable @CurrencyCode String currency) {
        return figures.summary(SpanParameters.read(from, to), shop.orOwn(currency));
    }

    @GetMapping("/sales")
    Sales sales(
            @RequestParam(defaultValue = "day") @Pattern(regexp = UNITS, message = UNITS_WANTED) String granularity,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable @CurrencyCode String currency) {
        var unit = Granularity.valueOf(granularity.toUpperCase(Locale.ROOT));
        return new Sales(figures.sales(unit, SpanParameters.read(from, to), shop.orOwn(currency)));
    }

    record Sales(List<Interval> items) {}
}
