package dev.ashlar.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {

    @TempDir
    Path logs;

    @Test
    void leavesNothingBehindWhenItIsInterrupted() throws Exception {
        var part = new NeverReady(Thread.currentThread(), new CompletableFuture<>(), new CompletableFuture<>());
        var launch = new Launch(logs, Guard.post());

        assertThatThrownBy(() -> launch.all(List.of(part))).isInstanceOf(InterruptedException.class);

        assertThat(Stops.isGone(part.process().join().toHandle())).isTrue();
    }

    /** Interrupts its caller, once, as soon as somebody waits for it. */
    private record NeverReady(Thread caller, CompletableFuture<Process> process, CompletableFuture<Void> awaited)
            implements
                Part {

        @Override
        public String name() {
            return "never-ready";
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public void prepare() {}

        @Override
        public Process start(Path log) throws IOException {
            process.complete(new ProcessBuilder("sleep", "60").start());
            return process.join();
        }

        @Override
        public boolean isReady() {
            if (awaited.complete(null)) {
                caller.interrupt();
            }
            return false;
        }
    }
}
