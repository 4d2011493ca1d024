package dev.ashlar.messaging;

import com.github.f4b6a3.uuid.UuidCreator;
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
 * Repeated work with metrics. A run that fails does not end the job. The log names the first failure and the first success after it,
 * not each failure between. Each run has a request id of its own.
 */
final class Job implements Repeated.Work {

    private static final Logger log = LoggerFactory.getLogger(Job.class);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private final FaultClassifier faults;
    private final Timer succeeded;
    private final Timer failed;
    private volatile long dueNanos;
    private volatile boolean failing;

    /**
     * @param name of its metrics and log lines; from a bounded set
     * @param pause from the end of a run to the start of the next one
     */
    Job(String name, Duration pause, Runnable work, FaultClassifier faults, MeterRegistry meters) {
        this.name = name;
        this.pause = pause;
        this.work = work;
        this.faults = faults;
        this.succeeded = timer(meters, "success");
        this.failed = timer(meters, "failure");
        due(pause);
        // A context that was stopped and starts again has new jobs of the same names.
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

    String name() {
        return name;
    }

    Duration pause() {
        return pause;
    }

    private void due(Duration in) {
        dueNanos = System.nanoTime() + in.toNanos();
    }

    /** A run that takes longer than the pause is overdue as well: a job that hangs shows. */
    double lagSeconds() {
        return Math.max(0, (System.nanoTime() - dueNanos) / 1e9);
    }

    @Override
    public Duration run(boolean woken) {
        var begun = System.nanoTime();
        due(pause);
        try (var _ = RequestId.set(UuidCreator.getTimeOrderedEpoch().toString())) {
            work.run();
            succeeded.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            succeed();
        } catch (Throwable e) { // whatever it is, the next run may be better
            failed.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            fail(e);
        } finally {
            due(pause);
        }
        return pause;
    }

    private void succeed() {
        if (failing) {
            failing = false;
            log.atInfo().addKeyValue("task", name).log("A job works again");
        }
    }

    private void fail(Throwable e) {
        if (!failing) {
            failing = true;
            var away = faults.isTransient(e);
            var line = log.atLevel(away ? Level.WARN : Level.ERROR).addKeyValue("task", name);
            (away ? line.addKeyValue("cause", Cause.of(e)) : Cause.trace(line, e))
                    .log("A job failed; it is repeated as planned");
        }
    }
}
