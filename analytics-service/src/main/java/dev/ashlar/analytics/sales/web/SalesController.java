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

/** {@code GET /analytics/summary} and {@code /analytics/sales}. */
@RestController
@RequestMapping("/api/v1/analytics")
class SalesController {

    private static final String UNITS = "minute|hour|day";
    private static final String UNITS_MESSAGE = "must be one of minute, hour, day";

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
        return figures.summary(TimeRangeParameters.read(from, to), shop.currencyOr(currency));
    }

    @GetMapping("/sales")
    SalesResponse sales(
            @RequestParam(defaultValue = "day") @Pattern(regexp = UNITS, message = UNITS_MESSAGE) String granularity,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable @CurrencyCode String currency) {
        var unit = Granularity.valueOf(granularity.toUpperCase(Locale.ROOT));
        return new SalesResponse(figures.sales(unit, TimeRangeParameters.read(from, to), shop.currencyOr(currency)));
    }

    record SalesResponse(List<Interval> items) {}
}
