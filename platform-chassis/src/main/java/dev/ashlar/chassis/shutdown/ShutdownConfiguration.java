package dev.ashlar.chassis.shutdown;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.context.annotation.Bean;

/** Brings the gentle stop into a service. */
@AutoConfiguration
class ShutdownConfiguration {

    @Bean
    GracePeriod gracePeriod(@Value("${ashlar.shutdown.grace}") Duration grace) {
        return new GracePeriod(grace);
    }

    @Bean
    FarewellFilter farewellFilter(ApplicationAvailability availability) {
        return new FarewellFilter(availability);
    }
}
