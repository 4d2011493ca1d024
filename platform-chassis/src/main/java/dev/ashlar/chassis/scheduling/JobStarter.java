package dev.ashlar.chassis.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;

/** Starts all jobs after the service has started. After a stop no run starts, and the scheduler waits for the current ones. */
final class JobStarter implements SmartLifecycle {

    private static final Duration MAX_FIRST_PAUSE = Duration.ofSeconds(10);

    private final ObjectProvider<RecurringJobs> sources;
    private final TaskScheduler scheduler;
    private volatile List<ScheduledFuture<?>> started = List.of();

    JobStarter(ObjectProvider<RecurringJobs> sources, TaskScheduler scheduler) {
        this.sources = sources;
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        List<ScheduledFuture<?>> futures = sources.orderedStream().flatMap(RecurringJobs::jobs)
                .<ScheduledFuture<?>>map(this::schedule).toList();
        started = futures;
    }

    private ScheduledFuture<?> schedule(RecurringJob job) {
        var first = job.pause().compareTo(MAX_FIRST_PAUSE) < 0 ? job.pause() : MAX_FIRST_PAUSE;
        return scheduler.scheduleWithFixedDelay(new Named(job.name(), job.work()), Instant.now().plus(first),
                job.pause());
    }

    private record Named(String name, Runnable work) implements Runnable {

        @Override
        public void run() {
            work.run();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Override
    public void stop() {
        started.forEach(future -> future.cancel(false));
        started = List.of();
    }

    @Override
    public boolean isRunning() {
        return !started.isEmpty();
    }
}
