package dev.ashlar.localstack.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {

    private static final InstanceName ORDERS = new InstanceName("order-service", 2);

    private final ProcessIdentity living = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
    private final ProcessIdentity ended = new ProcessIdentity(living.pid(), living.started() - 1);

    @TempDir
    private Path home;
    private Runs runs;

    @BeforeEach
    void open() {
        runs = new Runs(new Workspace(home, home, 0));
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(runs.names()).isEmpty();
        assertThat(runs.find(ORDERS)).isEmpty();
    }

    @Test
    void remembersWhatWasStarted() {
        runs.started(ORDERS, living);

        assertThat(runs.names()).containsExactly(ORDERS);
        assertThat(runs.process(ORDERS)).contains(ProcessHandle.current());
    }

    @Test
    void remembersWhatBecameOfIt() {
        runs.started(ORDERS, living);
        runs.ready(ORDERS);
        runs.stopping(ORDERS);

        assertThat(runs.find(ORDERS)).contains(new Run(living, true, true));
    }

    @Test
    void losesNothingThatIsNotedAtTheSameTime() {
        IntStream.range(0, 20).forEach(_ -> {
            runs.started(ORDERS, living);
            Stream.<Runnable>of(() -> runs.ready(ORDERS), () -> runs.stopping(ORDERS)).parallel()
                    .forEach(Runnable::run);

            assertThat(runs.find(ORDERS)).contains(new Run(living, true, true));
        });
    }

    @Test
    void notesAStartWhileItHoldsTheNameForItself() throws IOException {
        runs.exclusively(ORDERS, () -> {
            runs.started(ORDERS, living);
            return true;
        });

        assertThat(runs.process(ORDERS)).contains(ProcessHandle.current());
    }

    @Test
    void bringsNothingBackThatWasForgotten() {
        runs.started(ORDERS, ended);
        runs.forget(ORDERS);
        runs.ready(ORDERS);

        assertThat(runs.names()).isEmpty();
    }

    @Test
    void forgetsNothingThatRuns() {
        runs.started(ORDERS, living);
        runs.forget(ORDERS);

        assertThat(runs.process(ORDERS)).contains(ProcessHandle.current());
    }

    @Test
    void beginsAnewWithEveryStart() {
        runs.started(ORDERS, living);
        runs.stopping(ORDERS);
        runs.started(ORDERS, living);

        assertThat(runs.find(ORDERS)).contains(new Run(living, false, false));
    }

    @Test
    void takesNoOtherProcessForTheOneThatWasStarted() {
        runs.started(ORDERS, ended);

        assertThat(runs.process(ORDERS)).isEmpty();
    }
}
