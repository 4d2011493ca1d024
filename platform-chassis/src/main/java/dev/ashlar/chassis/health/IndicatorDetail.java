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
 * A health indicator of Spring Boot as a detail. Asked for its status without details, an indicator must not block; every block of this
 * repository keeps to that.
 */
record IndicatorDetail(String name, HealthIndicator indicator) implements HealthDetail {

    private static final Set<Status> AS_GOOD_AS_IT_SHOULD_BE = Set.of(Status.UP, Status.UNKNOWN);

    /** The indicators, by the names that Spring Boot gives them, but for those that a check shows. */
    static Stream<HealthDetail> allBut(List<HealthCheck> checks, Map<String, HealthIndicator> indicators) {
        var names = HealthContributorNameGenerator.withoutStandardSuffixes();
        var checked = checks.stream().map(HealthCheck::name).collect(Collectors.toSet());
        return indicators.entrySet().stream()
                .<HealthDetail>map(bean -> new IndicatorDetail(names.generateContributorName(bean.getKey()),
                        bean.getValue()))
                .filter(detail -> !checked.contains(detail.name()));
    }

    /** @throws IllegalStateException if the indicator has none, since its part is down */
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
        return health == null || !AS_GOOD_AS_IT_SHOULD_BE.contains(health.getStatus());
    }
}
