package dev.ashlar.localstack.up;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.ashlar.localstack.stack.Member;
import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.localstack.state.InstanceName;
import dev.ashlar.localstack.state.Misuse;
import dev.ashlar.localstack.state.Runs;
import dev.ashlar.localstack.state.SecretsFile;
import dev.ashlar.localstack.state.Workspace;
import dev.ashlar.localstack.status.Access;
import dev.ashlar.localstack.status.Credentials;
import dev.ashlar.localstack.stop.WholeStack;
import dev.ashlar.localstack.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code up [--scale NAME=N] [--fresh]}. */
@Command(name = "up", description = "Start what does not run yet, and wait until all is ready.")
public final class UpCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Workspace workspace;
    private final Terminal terminal;

    @Option(names = "--scale", paramLabel = "NAME=N", description = "Run N instances of a service.")
    private Map<String, Integer> scale = new HashMap<>();

    @Option(names = "--fresh", description = "Reset first: forget data, secrets and logs.")
    private boolean fresh;

    public UpCommand(Workspace workspace, Terminal terminal) {
        this.workspace = workspace;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var watch = Stopwatch.start();
        if (fresh) {
            var all = new WholeStack(workspace, terminal);
            all.stop();
            all.forget();
        }
        var secrets = new SecretsFile(workspace).readOrCreate();
        var stack = new Stack(workspace, secrets);
        new Start(workspace, terminal).all(wanted(stack), PATIENCE);
        terminal.out().printf("%nAll is ready after %s.%n", watch.seconds());
        new Access(terminal).print(stack.addresses(), Credentials.of(secrets));
        terminal.out().printf("%n./ashlar demo follows an order through it; ./ashlar down stops it.%n");
        return 0;
    }

    /** One of everything, what was asked for, and what ran before and was not taken down. */
    private List<Member> wanted(Stack stack) {
        var first = stack.members().stream().map(Member::name);
        var before = new Runs(workspace).names().stream();
        var asked = scale.entrySet().stream().flatMap(entry -> instances(entry.getKey(), entry.getValue()));
        return Stream.of(first, before, asked).flatMap(names -> names).distinct().map(stack::member).toList();
    }

    private static Stream<InstanceName> instances(String name, int count) {
        if (count < 1) {
            throw new Misuse("--scale %s=%d: at least one instance runs".formatted(name, count));
        }
        return IntStream.rangeClosed(1, count).mapToObj(number -> new InstanceName(name, number));
    }
}
