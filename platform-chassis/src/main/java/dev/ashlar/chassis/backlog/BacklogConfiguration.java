package dev.ashlar.chassis.backlog;

import dev.ashlar.chassis.scheduling.RecurringJob;
import dev.ashlar.chassis.scheduling.RecurringJobs;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Samples each backlog in its own job. */
@AutoConfiguration
class BacklogConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    RecurringJobs backlogSamples(ObjectProvider<Backlog> backlogs) {
        return () -> backlogs.orderedStream()
                .map(backlog -> new RecurringJob("sample " + backlog.name(), PAUSE, backlog::sample));
    }
}
