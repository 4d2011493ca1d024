package dev.ashlar.chassis.scheduling;

import java.util.stream.Stream;

/** Jobs whose number is known only at runtime. Declare it as a bean. For a single method, use {@code @Scheduled} instead. */
public interface RecurringJobs {

    /** Called once, after the service has started. */
    Stream<RecurringJob> jobs();
}
