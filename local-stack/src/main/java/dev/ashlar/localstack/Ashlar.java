package dev.ashlar.localstack;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

import dev.ashlar.localstack.demo.DemoCommand;
import dev.ashlar.localstack.logs.LogsCommand;
import dev.ashlar.localstack.state.Misuse;
import dev.ashlar.localstack.state.StackFailure;
import dev.ashlar.localstack.state.Workspace;
import dev.ashlar.localstack.status.StatusCommand;
import dev.ashlar.localstack.stop.DownCommand;
import dev.ashlar.localstack.stop.KillCommand;
import dev.ashlar.localstack.stop.ResetCommand;
import dev.ashlar.localstack.terminal.Colour;
import dev.ashlar.localstack.terminal.Terminal;
import dev.ashlar.localstack.up.StartCommand;
import dev.ashlar.localstack.up.UpCommand;
import dev.ashlar.localstack.training.TrainCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line. Exit codes: 0 done, 1 not done, 2 not understood. */
@Command(name = "./ashlar", synopsisSubcommandLabel = "COMMAND", description = "Runs the platform on this machine, without Docker.")
public final class Ashlar {

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Show this help.")
    private boolean help;

    private Ashlar() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getenv(), System.out, System.err));
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            var workspace = Workspace.of(Path.of(System.getProperty("ashlar.repository", "")), environment);
            return commands(workspace, Terminal.of(out, err, environment)).execute(arguments);
        } catch (Misuse misuse) {
            err.println(misuse.getMessage());
            return ExitCode.USAGE;
        }
    }

    private static CommandLine commands(Workspace workspace, Terminal terminal) {
        return new CommandLine(new Ashlar()).addSubcommand(new UpCommand(workspace, terminal))
                .addSubcommand(new StatusCommand(workspace, terminal))
                .addSubcommand(new LogsCommand(workspace, terminal))
                .addSubcommand(new DemoCommand(workspace, terminal))
                .addSubcommand(new KillCommand(workspace, terminal))
                .addSubcommand(new StartCommand(workspace, terminal))
                .addSubcommand(new DownCommand(workspace, terminal))
                .addSubcommand(new ResetCommand(workspace, terminal))
                .addSubcommand(new TrainCommand(workspace, terminal))
                .setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setExecutionExceptionHandler((problem, _, _) -> report(problem, terminal));
    }

    private static int report(Exception problem, Terminal terminal) throws Exception {
        terminal.out().flush();
        return switch (problem) {
            case Misuse misuse -> {
                terminal.err().println(misuse.getMessage());
                yield ExitCode.USAGE;
            }
            case StackFailure failure -> {
                terminal.err().println(terminal.paint(Colour.RED, failure.getMessage()));
                yield ExitCode.SOFTWARE;
            }
            default -> throw problem;
        };
    }
}
