package dev.ashlar.chassis.sweep;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Retention for services that have a database. */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean(JdbcClient.class)
@EnableConfigurationProperties(SweepProperties.class)
class SweepConfiguration {

    @Bean
    Sweeps sweeps(ObjectProvider<Sweep> sweeps, JdbcClient jdbc, Clock clock, SweepProperties properties,
            MeterRegistry meters) {
        return new Sweeps(sweeps.orderedStream().toList(), jdbc, clock, properties, meters);
    }
}
