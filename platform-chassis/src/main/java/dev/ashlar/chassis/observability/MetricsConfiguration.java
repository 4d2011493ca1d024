package dev.ashlar.chassis.observability;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@AutoConfiguration
class MetricsConfiguration {

    /** The last filter, so that it counts only the series that other filters accept. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SeriesLimit seriesLimit(@Value("${ashlar.metrics.series-per-meter}") int limit) {
        return new SeriesLimit(limit);
    }
}
