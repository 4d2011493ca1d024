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
        operations = new Operations(new Members(home, new Stack(home, Secrets.random())), folder);
    }

    @Test
    void areRefusedOnceTheSupervisorEnds() {
        operations.close();

        assertThatThrownBy(() -> carryOut("", _ -> List.of())).isInstanceOf(StackFailure.class);
    }

    @Test
    void areRefusedIfTheirCommandWasInterruptedBefore() {
        assertThat(operations.cancel("mine")).isFalse();

        assertThatThrownBy(() -> carryOut("mine", _ -> List.of())).isInstanceOf(StackFailure.class);
        carryOut("another", _ -> List.of());
        assertThat(results).singleElement().extracting(Event::failures).isEqualTo(List.of());
    }

    @Test
    void areCancelledByTheirOwnCommandOnly() {
        carryOut("mine", operation -> {
            assertThat(operations.cancel("another")).isFalse();
            operation.demandGoingOn();
            assertThatThrownBy(() -> carryOut("another", _ -> List.of())).isInstanceOf(Operations.Busy.class);
            assertThat(operations.cancel("mine")).isTrue();
            assertThatThrownBy(operation::demandGoingOn).isInstanceOf(StackFailure.class);
            return List.of();
        });
        assertThat(results).singleElement().extracting(Event::failures).isEqualTo(List.of());
    }

    private void carryOut(String id, Operations.Action action) {
        operations.carryOut(id, results::add, Duration.ZERO, action);
    }
}
