package dev.ashlar.localstack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.ashlar.localstack.home.Home;
import dev.ashlar.localstack.home.Secrets;
import dev.ashlar.process.StackFailure;
import dev.ashlar.localstack.stack.Stack;

class OperationsTest {

    @TempDir
    private Path folder;
    private Operations operations;
    private final List<Event> results = new ArrayList<>();

    @BeforeEach
    void create() {
        var home = new Home(folder, folder, 0);
        operations = new Operations(new ProcessRegistry(home, new Stack(home, Secrets.random())), folder);
    }

    @Test
    void areRefusedAfterTheSupervisorHasClosed() {
        operations.close();

        assertThatThrownBy(() -> run("", _ -> List.of())).isInstanceOf(StackFailure.class);
    }

    @Test
    void areRefusedAfterTheirCommandWasInterrupted() {
        assertThat(operations.cancel("mine")).isFalse();

        assertThatThrownBy(() -> run("mine", _ -> List.of())).isInstanceOf(StackFailure.class);
        run("another", _ -> List.of());
        assertThat(results).singleElement().extracting(Event::failures).isEqualTo(List.of());
    }

    @Test
    void areCancelledByTheirOwnCommandOnly() {
        run("mine", operation -> {
            assertThat(operations.cancel("another")).isFalse();
            operation.demandGoingOn();
            assertThatThrownBy(() -> run("another", _ -> List.of())).isInstanceOf(Operations.Busy.class);
            assertThat(operations.cancel("mine")).isTrue();
            assertThatThrownBy(operation::demandGoingOn).isInstanceOf(StackFailure.class);
            return List.of();
        });
        assertThat(results).singleElement().extracting(Event::failures).isEqualTo(List.of());
    }

    private void run(String id, Operations.Action action) {
        operations.run(id, results::add, Duration.ZERO, action);
    }
}
