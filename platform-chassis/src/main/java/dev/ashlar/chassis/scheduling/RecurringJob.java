package dev.ashlar.chassis.scheduling;

import java.time.Duration;

/**
 * Work that is repeated for as long as the service runs, on a thread of its own.
 *
 * @param name of its metrics and log lines; from a bounded set
 * @param pause from the end of a run to the start of the next one
 */
public record RecurringJob(String name, Duration pause, Runnable work) {}
