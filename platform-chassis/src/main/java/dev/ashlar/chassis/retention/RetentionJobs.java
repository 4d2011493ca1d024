package dev.ashlar.chassis.retention;

import dev.ashlar.chassis.scheduling.RecurringJob;
import dev.ashlar.chassis.scheduling.RecurringJobs;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs each retention rule of the service as its own job. */
final class RetentionJobs implements RecurringJobs {

    private final List<RetentionRule> rules;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final RetentionProperties properties;
    private final MeterRegistry meters;
    private volatile boolean stopping;

    RetentionJobs(List<RetentionRule> rules, JdbcClient jdbc, Clock clock, RetentionProperties properties,
            MeterRegistry meters) {
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
        this.meters = meters;
    }

    @Override
    public Stream<RecurringJob> jobs() {
        return rules.stream().map(rule -> {
            var run = new RetentionRun(rule, jdbc, clock, properties.batch(), meters);
            return new RecurringJob("sweep " + rule.name(), properties.interval(), () -> run.run(() -> stopping));
        });
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }
}
