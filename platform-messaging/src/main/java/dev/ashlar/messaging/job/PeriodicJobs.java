package dev.ashlar.messaging.job;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.messaging.FaultClassifier;
import dev.ashlar.messaging.observability.Cause;
import dev.ashlar.messaging.observability.RequestId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.SmartLifecycle;

/**
 * Jobs that start with the application and run periodically, each on a thread of its own and with metrics. A failed run does not end a
 * job. The log shows the first of several failures and the next success.
 */
public final class PeriodicJobs implements SmartLifecycle, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PeriodicJobs.class);
    private static final Duration LONGEST_FIRST_PAUSE = Duration.ofSeconds(10);

    private final FaultClassifier faults;
    private final MeterRegistry meters;
    private final List<Job> jobs = new ArrayList<>();

    public PeriodicJobs(FaultClassifier faults, MeterRegistry meters) {
        this.faults = faults;
        this.meters = meters;
    }

    /**
     * Adds a job before the start.
     *
     * @param name in metrics and log lines, from a bounded set
     * @param pause from the end of a run to the start of the next run
     */
    public PeriodicJobs add(String name, Duration pause, Runnable work) {
        jobs.add(new Job(name, pause, work));
        return this;
    }

    @Override
    public void start() {
        jobs.forEach(Job::start);
    }

    /** Lets current runs end, and starts no others. */
    @Override
    public void stop() {
        jobs.forEach(job -> job.worker.stop());
    }

    @Override
    public boolean isRunning() {
        return jobs.stream().anyMatch(job -> job.worker.isRunning());
    }

    /** Waits for current runs, at most a second for each, and then interrupts them. */
    @Override
    public void close() throws InterruptedException {
        stop();
        for (var job : jobs) {
            job.worker.join(Duration.ofSeconds(1));
        }
    }

    private final class Job {

        private final String name;
        private final Duration pause;
        private final Runnable work;
        private final BackgroundWorker worker;
        private final Timer succeeded;
        private final Timer failed;
        private volatile long dueNanos;
        private volatile boolean failing;

        private Job(String name, Duration pause, Runnable work) {
            this.name = name;
            this.pause = pause;
            this.work = work;
            this.worker = new BackgroundWorker("job " + name, _ -> run());
            this.succeeded = timer("success");
            this.failed = timer("failure");
            setDue();
            TimeGauge.builder("ashlar.scheduler.lag", this, TimeUnit.SECONDS, Job::lagSeconds).tag("task", name)
                    .description("How long the next run of a job has been overdue").register(meters);
            Gauge.builder("ashlar.task.failing", this, job -> job.failing ? 1 : 0).tag("task", name)
                    .description("1 if the last run of a job failed").register(meters);
        }

        private Timer timer(String outcome) {
            return Timer.builder("ashlar.task.run").tag("task", name).tag("outcome", outcome)
                    .description("Runs of a job").register(meters);
        }

        private void start() {
            setDue();
            worker.start(pause.compareTo(LONGEST_FIRST_PAUSE) < 0 ? pause : LONGEST_FIRST_PAUSE);
        }

        private void setDue() {
            dueNanos = System.nanoTime() + pause.toNanos();
        }

        /** A run that takes longer than the pause counts as overdue, so the metric shows a job that hangs. */
        private double lagSeconds() {
            return Math.max(0, (System.nanoTime() - dueNanos) / 1e9);
        }

        private Duration run() {
            var begun = System.nanoTime();
            setDue();
            try (var _ = RequestId.set(UuidCreator.getTimeOrderedEpoch().toString())) {
                work.run();
                succeeded.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
                succeed();
            } catch (Throwable e) { // an Error must not end the job either
                failed.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
                fail(e);
            } finally {
                setDue();
            }
            return pause;
        }

        private void succeed() {
            if (failing) {
                failing = false;
                log.atInfo().addKeyValue("task", name).log("A job succeeds again");
            }
        }

        private void fail(Throwable e) {
            if (!failing) {
                failing = true;
                var expected = faults.isTransient(e);
                var line = log.atLevel(expected ? Level.WARN : Level.ERROR).addKeyValue("task", name);
                (expected ? line.addKeyValue("cause", Cause.of(e)) : Cause.trace(line, e))
                        .log("A job failed; its next run starts as scheduled");
            }
        }
    }
}
