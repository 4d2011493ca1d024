package dev.ashlar.localstack.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {

    private static final InstanceName ORDERS = new InstanceName("order-service", 2);

    private final ProcessIdentity living = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();

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
    void beginsAnewWithEveryStart() {
        runs.started(ORDERS, living);
        runs.stopping(ORDERS);
        runs.started(ORDERS, living);

        assertThat(runs.find(ORDERS)).contains(new Run(living, false, false));
    }

    @Test
    void takesNoOtherProcessForTheOneThatWasStarted() {
        runs.started(ORDERS, new ProcessIdentity(living.pid(), living.started() - 1));

        assertThat(runs.process(ORDERS)).isEmpty();
    }
}
