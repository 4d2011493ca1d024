package dev.ashlar.chassis.sweep;

import dev.ashlar.chassis.scheduling.RecurringJob;
import dev.ashlar.chassis.scheduling.RecurringJobs;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every sweep of the service is a job of its own. */
final class Sweeps implements RecurringJobs {

    private final List<Sweep> sweeps;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SweepProperties properties;
    private final MeterRegistry meters;
    private volatile boolean stopping;

    Sweeps(List<Sweep> sweeps, JdbcClient jdbc, Clock clock, SweepProperties properties, MeterRegistry meters) {
        this.sweeps = sweeps;
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
        this.meters = meters;
    }

    @Override
    public Stream<RecurringJob> jobs() {
        return sweeps.stream().map(sweep -> {
            var sweeper = new Sweeper(sweep, jdbc, clock, properties.batch(), meters);
            return new RecurringJob("sweep " + sweep.name(), properties.interval(), () -> sweeper.run(() -> stopping));
        });
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }
}
