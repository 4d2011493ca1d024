package dev.ashlar.messaging;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;

/** Starts all jobs once the application has started. A stop starts no further run; the end of the context interrupts what still runs. */
final class Jobs implements SmartLifecycle, AutoCloseable {

    private static final Duration LONGEST_FIRST_PAUSE = Duration.ofSeconds(10);

    private final Supplier<Stream<Job>> jobs;
    private volatile List<Repeated> started = List.of();

    /** @param jobs makes new ones at each start */
    Jobs(Supplier<Stream<Job>> jobs) {
        this.jobs = jobs;
    }

    @Override
    public void start() {
        started = jobs.get().map(Jobs::started).toList();
    }

    private static Repeated started(Job job) {
        var repeated = new Repeated("job " + job.name(), job);
        var first = job.pause();
        repeated.start(first.compareTo(LONGEST_FIRST_PAUSE) < 0 ? first : LONGEST_FIRST_PAUSE);
        return repeated;
    }

    @Override
    public void stop() {
        started.forEach(Repeated::stop);
    }

    @Override
    public boolean isRunning() {
        return started.stream().anyMatch(Repeated::isRunning);
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        for (var job : started) {
            job.join(Duration.ZERO);
        }
    }
}
