package dev.ashlar.localstack.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

import dev.ashlar.localstack.state.InstanceName;
import dev.ashlar.localstack.terminal.Terminal;
import org.junit.jupiter.api.Test;

class LineProgressTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final LineProgress progress = new LineProgress(
            new Terminal(new PrintStream(output), System.err, false, false));

    @Test
    void writesALineForEachChangeThatMatters() {
        var orders = new InstanceName("order-service", 2);

        progress.enter(orders, Phase.PREPARING);
        progress.enter(orders, Phase.STARTING);
        progress.enter(orders, Phase.READY);
        progress.close();

        assertThat(output.toString().lines()).hasSize(2)
                .satisfies(lines -> assertThat(lines.getFirst()).isEqualTo("order-service#2: starting"))
                .satisfies(lines -> assertThat(lines.getLast()).matches("order-service#2: ready after \\d+\\.\\d s"));
    }
}
