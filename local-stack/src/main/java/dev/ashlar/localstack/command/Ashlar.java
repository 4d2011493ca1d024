package dev.ashlar.localstack.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import dev.ashlar.localstack.home.Home;
import dev.ashlar.localstack.home.Json;
import dev.ashlar.process.Misuse;
import dev.ashlar.process.StackFailure;
import dev.ashlar.localstack.command.Terminal.Colour;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. Exit codes: 0 success, 1 failure, 2 wrong arguments. {@code help.txt} contains the help, which the
 * script shows without Java.
 */
@Command
record Ashlar(Context context) {

    public static void main(String[] arguments) {
        Interrupts.install();
        System.exit(run(arguments, System.getenv(), System.out, System.err));
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            var home = Home.of(Path.of(System.getProperty("ashlar.repository", "")), environment);
            var context = new Context(home, Terminal.of(out, err, environment), environment);
            // A method of a command belongs to the object that picocli was given.
            var objects = Stream
                    .of(new Ashlar(context), new Processes(context), new LogsCommand(context), new Tools(context),
                            new ShopCommands(context), new Training(context))
                    .map(CommandLine::new).toList();
            return objects.stream()
                    .filter(commands -> arguments.length > 0 && commands.getSubcommands().containsKey(arguments[0]))
                    .findFirst()
                    .orElse(objects.getFirst())
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true))
                    .setParameterExceptionHandler((problem, _) -> misunderstood(problem, err))
                    .setExecutionExceptionHandler((problem, _, _) -> report(problem, context.terminal()))
                    .execute(arguments);
        } catch (Misuse misuse) {
            err.println(misuse.getMessage());
            return ExitCode.USAGE;
        }
    }

    @Command
    void status(@Option(names = "--json") boolean json) {
        var report = context.status();
        if (json) {
            context.terminal().out().println(Json.MAPPER.writeValueAsString(report));
        } else {
            new StatusTable(context.terminal()).print(report);
        }
    }

    private static int misunderstood(ParameterException problem, PrintStream err) {
        // The previous build may not know an option of the newest sources. The build that follows checks it again.
        if (Boolean.getBoolean("ashlar.check") && problem instanceof UnmatchedArgumentException) {
            return ExitCode.OK;
        }
        err.println(problem.getMessage());
        var command = problem.getCommandLine();
        err.println("./ashlar help%s tells more."
                .formatted(command.getParent() == null ? "" : " " + command.getCommandName()));
        return ExitCode.USAGE;
    }

    private static int report(Exception problem, Terminal terminal) throws Exception {
        terminal.out().flush();
        if (problem instanceof Misuse) {
            terminal.err().println(problem.getMessage());
            return ExitCode.USAGE;
        }
        terminal.err().println(terminal.paint(Colour.RED, switch (problem) {
            case StackFailure failure -> failure.getMessage();
            case IOException broken -> broken.toString();
            default -> throw problem;
        }));
        return ExitCode.SOFTWARE;
    }
}
