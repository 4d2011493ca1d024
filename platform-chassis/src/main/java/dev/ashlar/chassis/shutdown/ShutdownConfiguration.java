package dev.ashlar.chassis.shutdown;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
class ShutdownConfiguration {

    @Bean
    GracePeriod gracePeriod(@Value("${ashlar.shutdown.grace}") Duration grace) {
        return new GracePeriod(grace);
    }

    @Bean
    ConnectionCloseFilter connectionCloseFilter(ApplicationAvailability availability) {
        return new ConnectionCloseFilter(availability);
    }
}
