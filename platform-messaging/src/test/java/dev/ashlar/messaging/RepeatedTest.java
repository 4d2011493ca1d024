package dev.ashlar.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatedTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();
    private Repeated repeated = new Repeated("test", _ -> LONG);

    @AfterEach
    void end() throws InterruptedException {
        repeated.interrupt(LONG);
    }

    @Test
    void goesOnAfterAFault() throws Exception {
        repeated = new Repeated("test", woken -> {
            happened.add(woken ? "woken" : "first");
            if (!woken) {
                throw new StackOverflowError("as told");
            }
            return LONG;
        });
        repeated.start(Duration.ZERO);
        assertThat(next()).isEqualTo("first");

        repeated.wake();

        assertThat(next()).isEqualTo("woken");
    }

    @Test
    void waitsBeforeTheFirstRunUnlessItIsWoken() throws Exception {
        repeated = new Repeated("test", work(woken -> LONG));
        repeated.start(LONG);
        assertThat(happened).isEmpty();

        repeated.wake();

        assertThat(next()).isEqualTo("run true");
    }

    @Test
    void finishesAfterTheRunThatIsUnderWay() throws Exception {
        var begun = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        repeated = new Repeated("test", work(woken -> {
            begun.countDown();
            released.await();
            return Duration.ZERO;
        }));
        repeated.start(Duration.ZERO);
        begun.await();

        repeated.stop();
        released.countDown();
        repeated.join(LONG);

        assertThat(happened).containsExactly("run false", "finished");
        assertThat(repeated.isRunning()).isFalse();
    }

    @Test
    void isInterruptedIfItTakesTooLongToStop() throws Exception {
        var begun = new CountDownLatch(1);
        repeated = new Repeated("test", work(woken -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return LONG;
        }));
        repeated.start(Duration.ZERO);
        begun.await();

        repeated.stop();
        repeated.join(Duration.ZERO);

        assertThat(next()).isEqualTo("run false");
        assertThat(next()).isEqualTo("interrupted");
    }

    @Test
    void startsAgainAfterAStop() throws Exception {
        repeated = new Repeated("test", work(woken -> LONG));
        repeated.start(Duration.ZERO);
        assertThat(next()).isEqualTo("run false");
        repeated.stop();
        assertThat(next()).isEqualTo("finished");

        repeated.start(Duration.ZERO);

        assertThat(next()).isEqualTo("run false");
        assertThat(repeated.isRunning()).isTrue();
    }

    private Repeated.Work work(Repeated.Work run) {
        return new Repeated.Work() {

            @Override
            public Duration run(boolean woken) throws InterruptedException {
                happened.add("run " + woken);
                return run.run(woken);
            }

            @Override
            public void finish() {
                happened.add("finished");
            }

            @Override
            public void interrupted() {
                happened.add("interrupted");
            }
        };
    }

    private String next() throws InterruptedException {
        return happened.poll(30, TimeUnit.SECONDS);
    }
}
