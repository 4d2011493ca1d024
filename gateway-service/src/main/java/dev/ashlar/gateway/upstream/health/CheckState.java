package dev.ashlar.gateway.upstream.health;

/** Counts check results in a row, and decides if an instance is healthy. Thread-safe. */
public final class CheckState {

    /** {@code UNKNOWN} until enough results in a row are equal. */
    public enum Health {
        UNKNOWN, HEALTHY, UNHEALTHY
    }

    private final int healthy;
    private final int unhealthy;
    private volatile Health health = Health.UNKNOWN;
    private volatile int successes;
    private volatile int failures;

    public CheckState(HealthSettings settings) {
        this.healthy = settings.healthy();
        this.unhealthy = settings.unhealthy();
    }

    /** Returns true if the result changes the health. */
    synchronized boolean add(boolean success) {
        var before = health;
        if (success) {
            failures = 0;
            successes++;
            health = successes >= healthy ? Health.HEALTHY : before;
        } else {
            successes = 0;
            failures++;
            health = failures >= unhealthy ? Health.UNHEALTHY : before;
        }
        return health != before;
    }

    public Health health() {
        return health;
    }

    /** The number of successes since the last failure. */
    public int successes() {
        return successes;
    }

    /** The number of failures since the last success. */
    public int failures() {
        return failures;
    }
}
