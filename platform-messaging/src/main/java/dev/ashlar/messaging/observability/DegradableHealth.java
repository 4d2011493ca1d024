package dev.ashlar.messaging.observability;

import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Health of one part of messaging. {@code health(false)} returns the known status and queries no store. {@code health(true)} may query
 * the database.
 */
public interface DegradableHealth extends HealthIndicator {

    /** The part works, but worse than it should. Spring Boot ignores this status in the health of the application. */
    Status DEGRADED = new Status("DEGRADED");

    /** The details. Their names contain their units. */
    Map<String, Object> figures();

    /** Must not block. */
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
