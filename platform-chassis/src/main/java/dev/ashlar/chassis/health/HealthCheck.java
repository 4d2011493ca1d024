package dev.ashlar.chassis.health;

/**
 * One dependency of a service. Declared as a bean by whoever uses the dependency.
 *
 * @param name as the health answers show it, for example {@code redis_cache}
 * @param required whether the service is unready without it; else it is merely degraded
 * @param probe returns if the dependency answers, throws if it does not; after a second nobody waits for it any more
 */
public record HealthCheck(String name, boolean required, Probe probe) {

    /** Asks the dependency for a sign of life. */
    @FunctionalInterface
    public interface Probe {
        void run() throws Exception;
    }

    /** A dependency without which the service can't do its work. */
    public static HealthCheck required(String name, Probe probe) {
        return new HealthCheck(name, true, probe);
    }

    /** A dependency whose absence the service survives. */
    public static HealthCheck optional(String name, Probe probe) {
        return new HealthCheck(name, false, probe);
    }
}
