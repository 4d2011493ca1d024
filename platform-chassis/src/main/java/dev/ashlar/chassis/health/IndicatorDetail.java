package dev.ashlar.chassis.health;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorNameGenerator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Shows a health indicator of Spring Boot as a detail. {@code health(false)} of the indicator must not block. All indicators of this
 * repository keep that rule.
 */
record IndicatorDetail(String name, HealthIndicator indicator) implements HealthDetail {

    private static final Set<Status> NOT_DEGRADED = Set.of(Status.UP, Status.UNKNOWN);

    /** All indicators but those whose name, as Spring Boot derives it from the bean name, is the name of a check. */
    static Stream<HealthDetail> without(List<HealthCheck> checks, Map<String, HealthIndicator> indicators) {
        var names = HealthContributorNameGenerator.withoutStandardSuffixes();
        var checked = checks.stream().map(HealthCheck::name).collect(Collectors.toSet());
        return indicators.entrySet().stream()
                .<HealthDetail>map(bean -> new IndicatorDetail(names.generateContributorName(bean.getKey()),
                        bean.getValue()))
                .filter(detail -> !checked.contains(detail.name()));
    }

    /** @throws IllegalStateException if the indicator is down */
    @Override
    public Map<String, Object> figures() {
        var health = indicator.health(true);
        if (health == null || health.getStatus().equals(Status.DOWN)) {
            throw new IllegalStateException(name + " is down");
        }
        return health.getDetails();
    }

    @Override
    public boolean degraded() {
        Health health = indicator.health(false);
        return health == null || !NOT_DEGRADED.contains(health.getStatus());
    }
}
