package dev.ashlar.chassis.health;

/**
 * Checks one dependency of a service. Declare it as a bean.
 *
 * @param name the key in {@code checks}, for example {@code redis_cache}
 * @param need when the service is unready without the dependency. Otherwise the service is degraded
 * @param probe returns if the dependency responds and throws if not. It has a timeout of 1.2 s
 */
public record HealthCheck(String name, Need need, Probe probe) {

    /** When a service is unready without a dependency. */
    public enum Need {
        /** The service is unready whenever the dependency is down. */
        ALWAYS,
        /** The service is unready until the dependency has responded once. */
        TO_START,
        /** The service stays ready without the dependency. */
        NEVER
    }

    /** Sends a request to the dependency. */
    @FunctionalInterface
    public interface Probe {
        void run() throws Exception;
    }

    /** A check with {@link Need#ALWAYS}. */
    public static HealthCheck required(String name, Probe probe) {
        return new HealthCheck(name, Need.ALWAYS, probe);
    }

    /** A check with {@link Need#NEVER}. */
    public static HealthCheck optional(String name, Probe probe) {
        return new HealthCheck(name, Need.NEVER, probe);
    }

    /** A check with {@link Need#TO_START}. */
    public static HealthCheck neededToStart(String name, Probe probe) {
        return new HealthCheck(name, Need.TO_START, probe);
    }
}
