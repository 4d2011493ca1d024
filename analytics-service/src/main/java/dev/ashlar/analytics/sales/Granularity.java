package dev.ashlar.analytics.sales;

/** How long the intervals are that sales are summed over; all begin on full units of UTC. */
public enum Granularity {
    MINUTE, HOUR, DAY
}
