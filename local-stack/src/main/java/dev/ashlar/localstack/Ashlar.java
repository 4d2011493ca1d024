package dev.ashlar.localstack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.ashlar.localstack.command.Context;
import dev.ashlar.localstack.command.Interrupts;
import dev.ashlar.localstack.command.Logs;
import dev.ashlar.localstack.command.Processes;
import dev.ashlar.localstack.command.StatusTable;
import dev.ashlar.localstack.command.Tools;
import dev.ashlar.localstack.command.Training;
import dev.ashlar.localstack.demo.Demo;
import dev.ashlar.localstack.demo.Load;
import dev.ashlar.localstack.demo.Trace;
import dev.ashlar.localstack.home.Home;
import dev.ashlar.localstack.home.Json;
import dev.ashlar.localstack.home.Misuse;
import dev.ashlar.localstack.home.StackFailure;
import dev.ashlar.localstack.terminal.Colour;
import dev.ashlar.localstack.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/**
 * The command line. Exit codes: 0 done, 1 not done, 2 not understood. {@code help.txt} has the help: the script shows it without Java.
 */
@Command(name = "./ashlar")
public final class Ashlar {

    private final Context context;

    private Ashlar(Context context) {
        this.context = context;
    }

    public static void main(String[] arguments) {
        Interrupts.install();
        System.exit(run(arguments, System.getenv(), System.out, System.err));
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            var home = Home.of(Path.of(System.getProperty("ashlar.repository", "")), environment);
            var context = new Context(home, Terminal.of(out, err, environment), environment);
            return new CommandLine(new Ashlar(context)).setOut(new PrintWriter(out, true))
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
    int up(@Option(names = "--scale") Map<String, Integer> scale, @Option(names = "--fresh") boolean fresh)
            throws Exception {
        return new Processes(context).up(orNone(scale), fresh);
    }

    @Command
    int status(@Option(names = "--json") boolean json) {
        var report = context.status();
        if (json) {
            context.terminal().out().println(Json.MAPPER.writeValueAsString(report));
        } else {
            new StatusTable(context.terminal()).print(report);
        }
        return ExitCode.OK;
    }

    @Command
    int logs(@Parameters(arity = "0..*", paramLabel = "NAME[#N]") List<String> names,
            @Option(names = {"-f", "--follow"}) boolean follow,
            @Option(names = {"-n", "--lines"}, defaultValue = "-1") int lines)
            throws IOException, InterruptedException {
        return Logs.run(context, orNone(names), lines, follow);
    }

    @Command
    int demo() throws InterruptedException {
        return Demo.run(context.demandSupervisor().status(), context.terminal());
    }

    @Command
    int kill(@Parameters(paramLabel = "NAME[#N]") String name,
            @Option(names = "--signal", defaultValue = "KILL") String signal)
            throws Exception {
        return new Processes(context).kill(name, signal);
    }

    @Command
    int start(@Parameters(arity = "1..*", paramLabel = "NAME[#N]") List<String> names) throws Exception {
        return new Processes(context).start(names);
    }

    @Command
    int restart(@Parameters(arity = "0..*", paramLabel = "NAME[#N]") List<String> names,
            @Option(names = "--stale") boolean stale)
            throws Exception {
        return new Processes(context).restart(orNone(names), stale);
    }

    @Command
    int scale(@Parameters(arity = "1..*", paramLabel = "NAME=N") Map<String, Integer> instances) throws Exception {
        return new Processes(context).scale(instances);
    }

    @Command
    int down() throws Exception {
        return new Processes(context).down();
    }

    @Command
    int reset() throws Exception {
        return new Processes(context).reset();
    }

    @Command
    int trace(@Parameters(paramLabel = "ORDER_ID") String order) throws InterruptedException {
        Trace.demandId(order);
        return Trace.run(order, context.demandSupervisor().status(), context.terminal());
    }

    @Command
    int psql(@Parameters(paramLabel = "SERVICE") String service,
            @Parameters(index = "1..*", arity = "0..*") List<String> arguments)
            throws IOException, InterruptedException {
        return new Tools(context).psql(service, orNone(arguments));
    }

    private enum From {
        BEGINNING, END
    }

    @Command
    int topics(@Parameters(arity = "0..1", paramLabel = "NAME", defaultValue = "") String name,
            @Option(names = "--from", defaultValue = "BEGINNING") From from) throws IOException, InterruptedException {
        return new Tools(context).topics(name, from == From.BEGINNING);
    }

    @Command
    int load(@Option(names = "--orders-per-second", defaultValue = "10") int rate,
            @Option(names = "--seconds", defaultValue = "60") int seconds) throws InterruptedException {
        if (rate < 1 || seconds < 1) {
            throw new Misuse("--orders-per-second and --seconds are numbers from 1");
        }
        return Load.run(rate, seconds, context.demandSupervisor().status(), context.terminal());
    }

    @Command
    int train() throws Exception {
        return new Training(context).run();
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Map<String, Integer> orNone(Map<String, Integer> map) {
        return map == null ? Map.of() : new HashMap<>(map);
    }

    private static int misunderstood(ParameterException problem, PrintStream err) {
        err.println(problem.getMessage());
        var command = problem.getCommandLine().getCommandName();
        err.println("./ashlar help%s tells more.".formatted(command.equals("./ashlar") ? "" : " " + command));
        return ExitCode.USAGE;
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
            case IOException broken -> {
                terminal.err().println(terminal.paint(Colour.RED, broken.toString()));
                yield ExitCode.SOFTWARE;
            }
            default -> throw problem;
        };
    }
}
