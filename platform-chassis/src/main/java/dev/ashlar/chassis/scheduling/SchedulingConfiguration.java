package dev.ashlar.chassis.scheduling;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Runs {@code @Scheduled} methods and {@link RecurringJobs}. After the executor, which Boot omits if there is a scheduler. */
@AutoConfiguration(after = TaskExecutionAutoConfiguration.class, before = TaskSchedulingAutoConfiguration.class)
@EnableScheduling
class SchedulingConfiguration {

    @Bean
    JobScheduler taskScheduler(ObjectProvider<MeterRegistry> meters) {
        return new JobScheduler(meters);
    }

    @Bean
    JobStarter jobStarter(ObjectProvider<RecurringJobs> jobs, TaskScheduler taskScheduler) {
        return new JobStarter(jobs, taskScheduler);
    }
}
