package dev.ashlar.chassis.scheduling;

import java.util.stream.Stream;

/** Jobs whose number is known at runtime only; declared as a bean. A job that is a method is {@code @Scheduled} instead. */
public interface RecurringJobs {

    /** Called once, when the service starts. */
    Stream<RecurringJob> jobs();
}
