package dev.ashlar.localstack.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.ashlar.infrastructure.AshlarDatabase;
import dev.ashlar.infrastructure.Service;
import dev.ashlar.process.Misuse;
import dev.ashlar.localstack.home.Secrets;
import dev.ashlar.process.StackFailure;
import dev.ashlar.localstack.supervisor.StatusReport.ProcessStatus;
import dev.ashlar.process.ChildProcess;
import dev.ashlar.process.Java;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code psql} and {@code topics}: programs that control the terminal. */
@Command
record Tools(Context context) {

    /** Runs the installed psql, or SQLLine if there is none. */
    @Command
    int psql(@Parameters(paramLabel = "SERVICE") String service,
            @Parameters(index = "1..*", arity = "0..*") @Nullable List<String> given)
            throws IOException, InterruptedException {
        var role = Service.named(service).filter(Service::hasDatabase)
                .orElseThrow(() -> new Misuse("%s has no database; these have one: %s".formatted(service,
                        String.join(", ", AshlarDatabase.SERVICES).replace('_', '-'))))
                .role();
        var arguments = given == null ? Stream.<String>of() : given.stream();
        var port = demandRunning("postgres").port();
        var password = Secrets.read(context.home())
                .orElseThrow(() -> new StackFailure("The passwords are unknown: secrets.json is missing or broken"))
                .infrastructure()
                .service(role);
        return run(Map.of("PGPASSWORD", password), isInstalled("psql")
                ? Stream.concat(Stream.of("psql", "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", role, "-d",
                        AshlarDatabase.NAME), arguments).toList()
                : java("SqlShell", Stream.concat(Stream.of(
                        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, AshlarDatabase.NAME), role), arguments)));
    }

    private enum From {
        BEGINNING, END
    }

    @Command
    int topics(@Parameters(arity = "0..1", paramLabel = "NAME") @Nullable String name,
            @Option(names = "--from", defaultValue = "BEGINNING") From from) throws IOException, InterruptedException {
        var broker = "127.0.0.1:" + demandRunning("kafka").port();
        return run(Map.of(), java("TopicReader",
                name == null ? Stream.of(broker) : Stream.of(broker, name, from.toString())));
    }

    private ProcessStatus demandRunning(String name) {
        return context.demandSupervisor()
                .status()
                .processes()
                .stream()
                .filter(process -> process.name().equals(name) && process.runs())
                .findFirst()
                .orElseThrow(
                        () -> new StackFailure("%1$s does not run; ./ashlar start %1$s starts it".formatted(name)));
    }

    private static List<String> java(String program, Stream<String> arguments) {
        return Java.command(List.of("-Xmx128m", "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error"),
                Stream.concat(Stream.of("dev.ashlar.localstack.tool." + program), arguments).toList());
    }

    private int run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        Interrupts.leaveToChild();
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().putAll(environment);
        builder.environment().put(Java.CLASS_PATH, Java.thisModule() + ":" + Java.servers());
        context.terminal().out().flush();
        var program = builder.start();
        // Ctrl-C reaches the child program too. Other signals reach only this JVM, which passes them on.
        Runtime.getRuntime().addShutdownHook(new Thread(program::destroy));
        return program.waitFor();
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(ChildProcess.ofTheShell().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
