package dev.ashlar.chassis.health;

/**
 * One dependency of a service. Declared as a bean by whoever uses the dependency.
 *
 * @param name as the health answers show it, for example {@code redis_cache}
 * @param need when the service is unready without it; else it is merely degraded
 * @param probe returns if the dependency answers, throws if it does not; after 1.2 s nobody waits for it any more
 */
public record HealthCheck(String name, Need need, Probe probe) {

    /** When a service is unready without a dependency. */
    public enum Need {
        /** The service can't do its work without it. */
        ALWAYS,
        /** The service is unready until the dependency has answered once. */
        TO_START,
        /** The service survives its absence. */
        NEVER
    }

    /** Asks the dependency for a sign of life. */
    @FunctionalInterface
    public interface Probe {
        void run() throws Exception;
    }

    /** A dependency without which the service can't do its work. */
    public static HealthCheck required(String name, Probe probe) {
        return new HealthCheck(name, Need.ALWAYS, probe);
    }

    /** A dependency whose absence the service survives. */
    public static HealthCheck optional(String name, Probe probe) {
        return new HealthCheck(name, Need.NEVER, probe);
    }

    /** A dependency whose absence the service survives, but which has to answer once before the service is ready. */
    public static HealthCheck neededToStart(String name, Probe probe) {
        return new HealthCheck(name, Need.TO_START, probe);
    }
}
