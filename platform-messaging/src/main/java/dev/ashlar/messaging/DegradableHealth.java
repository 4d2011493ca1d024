package dev.ashlar.messaging;

import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * A part of messaging, as Spring Boot's health shows it. {@code health(false)}, the status without details, asks no store: it tells
 * what is known already. {@code health(true)} may ask the database.
 */
interface DegradableHealth extends HealthIndicator {

    /** The part works worse than it should. Spring Boot leaves this status out when it adds up the health of the application. */
    Status DEGRADED = new Status("DEGRADED");

    /** The figures now; units are in the names. */
    Map<String, Object> figures();

    /** Whether the part works worse than it should. Must not block. */
    default boolean degraded() {
        return false;
    }

    @Override
    default Health health() {
        return health(true);
    }

    @Override
    default Health health(boolean includeDetails) {
        try {
            var figures = includeDetails ? figures() : Map.<String, Object>of();
            return Health.status(degraded() ? DEGRADED : Status.UP).withDetails(figures).build();
        } catch (RuntimeException e) {
            return Health.down().withDetail("error", e.getClass().getSimpleName()).build();
        }
    }
}
