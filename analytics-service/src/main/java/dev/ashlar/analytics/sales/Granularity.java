package dev.ashlar.analytics.sales;

import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The lengths of intervals that have figures, the longest first. Intervals begin on full units of UTC. */
public enum Granularity {
    DAY(ChronoUnit.DAYS), HOUR(ChronoUnit.HOURS), MINUTE(ChronoUnit.MINUTES);

    private final ChronoUnit unit;

    Granularity(ChronoUnit unit) {
        this.unit = unit;
    }

    ChronoUnit unit() {
        return unit;
    }

    /** The value in the column {@code unit} of {@code order_figures}. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
