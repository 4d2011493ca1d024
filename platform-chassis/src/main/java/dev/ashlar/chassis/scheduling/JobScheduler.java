package dev.ashlar.chassis.scheduling;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Has one virtual thread for each job, so a job that hangs delays no other (ADR 38). Spring Boot's scheduler for virtual threads runs all
 * jobs with a fixed delay on one thread.
 */
final class JobScheduler extends ThreadPoolTaskScheduler {

    private final ObjectProvider<MeterRegistry> meters;
    private final AtomicInteger jobs = new AtomicInteger();

    JobScheduler(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters;
        setThreadFactory(Thread.ofVirtual().name("job-", 1).factory());
        setRemoveOnCancelPolicy(true);
        setPhase(1_000); // stops together with the Kafka listeners, so a job that hangs does not prolong the stop
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, Instant start, Duration delay) {
        return super.scheduleWithFixedDelay(job(work, Duration.between(Instant.now(), start), delay), start, delay);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, Duration delay) {
        return super.scheduleWithFixedDelay(job(work, Duration.ZERO, delay), delay);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, Instant start, Duration period) {
        return super.scheduleAtFixedRate(job(work, Duration.between(Instant.now(), start), period), start, period);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, Duration period) {
        return super.scheduleAtFixedRate(job(work, Duration.ZERO, period), period);
    }

    @Override
    public @Nullable ScheduledFuture<?> schedule(Runnable work, Trigger trigger) {
        var neverDue = Duration.ofDays(36_500);
        return super.schedule(job(work, neverDue, neverDue), trigger);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable work, Instant start) {
        setPoolSize(jobs.incrementAndGet());
        return super.schedule(() -> {
            try {
                work.run();
            } finally {
                setPoolSize(Math.max(1, jobs.decrementAndGet()));
            }
        }, start);
    }

    private Job job(Runnable work, Duration untilFirst, Duration pause) {
        setPoolSize(jobs.incrementAndGet());
        return new Job(name(work), work, untilFirst, pause, meters.getObject());
    }

    /** For a {@code @Scheduled} method: its class without the package, and the method. */
    private static String name(Runnable work) {
        return work.toString().replaceFirst("^(?:\\w+\\.)+(?=[^. ]+\\.[^. ]+$)", "");
    }
}
