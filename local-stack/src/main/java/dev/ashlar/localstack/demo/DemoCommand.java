package dev.ashlar.localstack.demo;

import java.util.concurrent.Callable;

import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.localstack.state.SecretsFile;
import dev.ashlar.localstack.state.StackFailure;
import dev.ashlar.localstack.state.Workspace;
import dev.ashlar.localstack.terminal.Colour;
import dev.ashlar.localstack.terminal.Terminal;
import picocli.CommandLine.Command;

/** {@code demo}: tells the golden journey while it makes it. */
@Command(name = "demo", description = "Follow one order through the whole platform.")
public final class DemoCommand implements Callable<Integer> {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Workspace workspace;
    private final Terminal terminal;

    public DemoCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var secrets = new SecretsFile(workspace).read()
                .orElseThrow(() -> new StackFailure("The platform was never started; ./ashlar up does it."));
        var gateway = new Stack(workspace, secrets).addresses().get("gateway");
        for (var step : new GoldenJourney(new Api(gateway), secrets).steps()) {
            tell(step);
        }
        return 0;
    }

    private void tell(Step step) throws InterruptedException {
        var start = System.nanoTime();
        try {
            var outcome = step.action().run();
            var millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
            terminal.out()
                    .printf("%6d ms  %s %s%n", millis, terminal.paint(Colour.GREEN, "%-14s".formatted(step.name())),
                            outcome);
        } catch (StackFailure failure) {
            throw new StackFailure("The step '%s' failed: %s".formatted(step.name(), failure.getMessage()), failure);
        }
    }
}
