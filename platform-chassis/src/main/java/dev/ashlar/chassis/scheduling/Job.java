package dev.ashlar.chassis.scheduling;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.chassis.fault.StoreFaults;
import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.chassis.observability.RequestId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Runs the work of a job and measures it. A failed run does not end the job. The log contains the first failure and the first success
 * after it, but no failure in between. Each run has its own request id.
 */
final class Job implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Job.class);

    private final String name;
    private final Runnable work;
    private final long pauseNanos;
    private final Timer succeeded;
    private final Timer failed;
    private volatile long dueNanos;
    private volatile boolean failing;

    /** @param pause until the next run is due */
    Job(String name, Runnable work, Duration untilFirst, Duration pause, MeterRegistry meters) {
        this.name = name;
        this.work = work;
        this.pauseNanos = pause.toNanos();
        this.dueNanos = System.nanoTime() + untilFirst.toNanos();
        this.succeeded = timer(meters, "success");
        this.failed = timer(meters, "failure");
        // A context that restarts registers new jobs with the same names.
        Stream.of("ashlar.scheduler.lag", "ashlar.task.failing")
                .flatMap(gauge -> meters.find(gauge).tag("task", name).meters().stream()).forEach(meters::remove);
        TimeGauge.builder("ashlar.scheduler.lag", this, TimeUnit.SECONDS, Job::lagSeconds).tag("task", name)
                .description("How long the next run of a job has been overdue").register(meters);
        Gauge.builder("ashlar.task.failing", this, job -> job.failing ? 1 : 0).tag("task", name)
                .description("1 if the last run of a job failed").register(meters);
    }

    private Timer timer(MeterRegistry meters, String outcome) {
        return Timer.builder("ashlar.task.run").tag("task", name).tag("outcome", outcome)
                .description("Runs of a job").register(meters);
    }

    /** Also grows while a run takes longer than the pause, so a job that hangs is visible. */
    double lagSeconds() {
        return Math.max(0, (System.nanoTime() - dueNanos) / 1e9);
    }

    @Override
    public void run() {
        var begun = System.nanoTime();
        dueNanos = begun + pauseNanos;
        try (var _ = RequestId.set(UuidCreator.getTimeOrderedEpoch().toString())) {
            work.run();
            succeeded.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            succeed();
        } catch (Throwable e) { // even after an Error, the next run may succeed
            failed.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            fail(e);
        } finally {
            dueNanos = System.nanoTime() + pauseNanos;
        }
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
            var outage = StoreFaults.isUnavailable(e);
            var line = log.atLevel(outage ? Level.WARN : Level.ERROR).addKeyValue("task", name);
            (outage ? line.addKeyValue("cause", Cause.of(e)) : Cause.trace(line, e))
                    .log("A job failed; its next run starts as scheduled");
        }
    }
}
