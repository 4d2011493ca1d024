package dev.ashlar.chassis.scheduling;

import java.time.Duration;

/**
 * Work that repeats as long as the service runs, on its own thread.
 *
 * @param name in metrics and log lines. The set of names must be bounded
 * @param pause from the end of a run to the start of the next one
 */
public record RecurringJob(String name, Duration pause, Runnable work) {}
