package dev.ashlar.analytics.sales;

import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How long the intervals are that figures are kept for; all begin on full units of UTC. The longest comes first. */
public enum Granularity {
    DAY(ChronoUnit.DAYS), HOUR(ChronoUnit.HOURS), MINUTE(ChronoUnit.MINUTES);

    private final ChronoUnit unit;

    Granularity(ChronoUnit unit) {
        this.unit = unit;
    }

    ChronoUnit unit() {
        return unit;
    }

    /** As the table {@code order_figures} has it. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
