package dev.ashlar.chassis.observability;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Bounds what metrics hold. */
@AutoConfiguration
class MetricsConfiguration {

    /** Last, so that it counts what other filters leave. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SeriesCeiling seriesCeiling(@Value("${ashlar.metrics.series-per-meter}") int ceiling) {
        return new SeriesCeiling(ceiling);
    }
}
