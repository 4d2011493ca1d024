package dev.ashlar.localstack.supervisor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.ashlar.localstack.home.Home;
import dev.ashlar.localstack.home.Secrets;
import dev.ashlar.process.StackFailure;
import dev.ashlar.localstack.stack.Stack;

class OperationsTest {

    @TempDir
    private Path folder;

    @Test
    void areRefusedOnceTheSupervisorEnds() {
        var home = new Home(folder, folder, 0);
        var operations = new Operations(new Members(home, new Stack(home, Secrets.random())), folder);

        operations.close();

        assertThatThrownBy(() -> operations.carryOut(_ -> {}, _ -> List.of())).isInstanceOf(StackFailure.class);
    }
}
