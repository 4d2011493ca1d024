package dev.ashlar.chassis.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.Logs;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

class JobSchedulerTest {

    @RegisterExtension
    final Logs logs = new Logs();

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(TaskExecutionAutoConfiguration.class,
                    TaskSchedulingAutoConfiguration.class, SchedulingConfiguration.class))
            .withPropertyValues("spring.threads.virtual.enabled=true")
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new).withUserConfiguration(Scheduling.class)
            .withBean("lifecycleProcessor", DefaultLifecycleProcessor.class, () -> {
                var processor = new DefaultLifecycleProcessor();
                processor.setTimeoutPerShutdownPhase(100);
                return processor;
            });

    @Test
    void runsOtherJobsWhileOneHangs() {
        service.withBean("a", HangingJob.class).withBean("b", OtherHangingJob.class)
                .withBean(ShortJob.class).run(context -> {
                    var runs = context.getBean(ShortJob.class).runs;
                    await().untilAsserted(() -> assertThat(context.getBean("a", HangingJob.class).runs).hasValue(1));
                    await().untilAsserted(() -> assertThat(context.getBean(OtherHangingJob.class).runs).hasValue(1));
                    var before = runs.get();

                    await().untilAsserted(() -> assertThat(runs).hasValueGreaterThan(before + 3));
                });
    }

    @Test
    void neverRunsAJobTwiceAtTheSameTime() {
        service.withBean(HangingJob.class).withBean(ShortJob.class).run(context -> {
            await().untilAsserted(() -> assertThat(context.getBean(ShortJob.class).runs).hasValueGreaterThan(5));

            assertThat(context.getBean(HangingJob.class).runs).hasValue(1);
        });
    }

    @Test
    void repeatsAJobThatFailsAndLogsTheFirstFailure() {
        service.withBean(FailingJob.class).run(context -> {
            await().untilAsserted(() -> assertThat(context.getBean(FailingJob.class).runs).hasValueGreaterThan(5));

            assertThat(logs.saying("A job failed")).hasSize(1);
            assertThat(meters(context.getBean(MeterRegistry.class), "ashlar.task.failing", "FailingJob.run")).isOne();
        });
    }

    @Test
    void measuresTheLagOfAJob() {
        service.withBean(HangingJob.class).withBean(ShortJob.class).run(context -> {
            var meters = context.getBean(MeterRegistry.class);

            await().untilAsserted(
                    () -> assertThat(meters(meters, "ashlar.scheduler.lag", "HangingJob.run")).isGreaterThan(0.2));
            context.getBean(HangingJob.class).end.countDown();
        });
    }

    @Test
    void startsJobsThatAreKnownOnlyAtRuntime() {
        var runs = new AtomicInteger[]{new AtomicInteger(), new AtomicInteger(), new AtomicInteger()};
        service.withBean(RecurringJobs.class, () -> () -> IntStream.range(0, runs.length)
                .mapToObj(i -> new RecurringJob("job " + i, Duration.ofMillis(10), runs[i]::incrementAndGet)))
                .run(context -> await()
                        .untilAsserted(() -> assertThat(runs).allMatch(counted -> counted.get() > 2)));
    }

    @Test
    void keepsTheExecutorOfSpringBoot() {
        service.run(context -> assertThat(context.getBean("applicationTaskExecutor"))
                .isInstanceOf(AsyncTaskExecutor.class).isNotInstanceOf(JobScheduler.class));
    }

    @Test
    void interruptsAJobThatHangsWhenTheServiceStops() {
        var job = new HangingJob[1];
        service.withBean(HangingJob.class)
                .run(context -> {
                    job[0] = context.getBean(HangingJob.class);
                    await().untilAsserted(() -> assertThat(job[0].runs).hasValue(1));
                });

        await().untilAsserted(() -> assertThat(job[0].interrupted.getCount()).isZero());
    }

    private static double meters(MeterRegistry meters, String name, String job) {
        return meters.get(name).tag("task", "JobSchedulerTest$" + job).gauge().value();
    }

    @EnableScheduling
    static class Scheduling {}

    static class HangingJob {

        final AtomicInteger runs = new AtomicInteger();
        final CountDownLatch end = new CountDownLatch(1);
        final CountDownLatch interrupted = new CountDownLatch(1);

        @Scheduled(fixedDelay = 10)
        void run() {
            runs.incrementAndGet();
            try {
                end.await();
            } catch (InterruptedException _) {
                interrupted.countDown();
            }
        }
    }

    static class OtherHangingJob extends HangingJob {

        @Override
        @Scheduled(fixedDelay = 10)
        void run() {
            super.run();
        }
    }

    static class ShortJob {

        final AtomicInteger runs = new AtomicInteger();

        @Scheduled(fixedDelay = 10)
        void run() {
            runs.incrementAndGet();
        }
    }

    static class FailingJob {

        final AtomicInteger runs = new AtomicInteger();

        @Scheduled(fixedDelay = 10)
        void run() {
            runs.incrementAndGet();
            throw new IllegalStateException("as always");
        }
    }
}
