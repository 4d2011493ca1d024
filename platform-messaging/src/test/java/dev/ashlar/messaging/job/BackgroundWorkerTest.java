package dev.ashlar.messaging.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundWorkerTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private BackgroundWorker worker = new BackgroundWorker("test", _ -> LONG);

    @AfterEach
    void end() throws InterruptedException {
        worker.interrupt(LONG);
    }

    @Test
    void runsAgainAfterAnError() throws Exception {
        worker = new BackgroundWorker("test", woken -> {
            calls.add(woken ? "woken" : "first");
            if (!woken) {
                throw new StackOverflowError("requested by the test");
            }
            return LONG;
        });
        worker.start(Duration.ZERO);
        assertThat(next()).isEqualTo("first");

        worker.wake();

        assertThat(next()).isEqualTo("woken");
    }

    @Test
    void waitsBeforeTheFirstRunUnlessItIsWoken() throws Exception {
        worker = new BackgroundWorker("test", task(woken -> LONG));
        worker.start(LONG);
        assertThat(calls).isEmpty();

        worker.wake();

        assertThat(next()).isEqualTo("run true");
    }

    @Test
    void finishesAfterTheCurrentRun() throws Exception {
        var begun = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        worker = new BackgroundWorker("test", task(woken -> {
            begun.countDown();
            released.await();
            return Duration.ZERO;
        }));
        worker.start(Duration.ZERO);
        begun.await();

        worker.stop();
        released.countDown();
        worker.join(LONG);

        assertThat(calls).containsExactly("run false", "finished");
        assertThat(worker.isRunning()).isFalse();
    }

    @Test
    void isInterruptedAfterTheTimeoutOfAStop() throws Exception {
        var begun = new CountDownLatch(1);
        worker = new BackgroundWorker("test", task(woken -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return LONG;
        }));
        worker.start(Duration.ZERO);
        begun.await();

        worker.stop();
        worker.join(Duration.ZERO);

        assertThat(next()).isEqualTo("run false");
        assertThat(next()).isEqualTo("interrupted");
    }

    @Test
    void startsAgainAfterAStop() throws Exception {
        worker = new BackgroundWorker("test", task(woken -> LONG));
        worker.start(Duration.ZERO);
        assertThat(next()).isEqualTo("run false");
        worker.stop();
        assertThat(next()).isEqualTo("finished");

        worker.start(Duration.ZERO);

        assertThat(next()).isEqualTo("run false");
        assertThat(worker.isRunning()).isTrue();
    }

    private BackgroundWorker.Task task(BackgroundWorker.Task run) {
        return new BackgroundWorker.Task() {

            @Override
            public Duration run(boolean woken) throws InterruptedException {
                calls.add("run " + woken);
                return run.run(woken);
            }

            @Override
            public void finish() {
                calls.add("finished");
            }

            @Override
            public void interrupted() {
                calls.add("interrupted");
            }
        };
    }

    private String next() throws InterruptedException {
        return calls.poll(30, TimeUnit.SECONDS);
    }
}
