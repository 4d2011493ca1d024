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
import dev.ashlar.localstack.home.SecretsFile;
import dev.ashlar.process.StackFailure;
import dev.ashlar.localstack.supervisor.StatusReport.ProcessStatus;
import dev.ashlar.process.ChildProcess;
import dev.ashlar.process.Java;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code psql} and {@code topics}: programs that have the terminal to themselves. */
@Command
public record Tools(Context context) {

    /** The real psql where it is installed, else SQLLine. */
    @Command
    int psql(@Parameters(paramLabel = "SERVICE") String service,
            @Parameters(index = "1..*", arity = "0..*") @Nullable List<String> given)
            throws IOException, InterruptedException {
        var role = Service.named(service).filter(Service::hasDatabase)
                .orElseThrow(() -> new Misuse("%s has no database; these have one: %s".formatted(service,
                        String.join(", ", AshlarDatabase.SERVICES).replace('_', '-'))))
                .role();
        var arguments = given == null ? List.<String>of() : given;
        var port = demandRunning("postgres").port();
        var password = new SecretsFile(context.home()).read()
                .orElseThrow(() -> new StackFailure("The passwords are unknown: secrets.json is missing or broken"))
                .infrastructure()
                .service(role);
        if (isInstalled("psql")) {
            return run(Map.of("PGPASSWORD", password), Stream.concat(Stream.of("psql", "-h", "127.0.0.1", "-p",
                    Integer.toString(port), "-U", role, "-d", AshlarDatabase.NAME), arguments.stream()).toList());
        }
        return run(Map.of("PGPASSWORD", password), java("SqlShell", Stream.concat(Stream.of(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, AshlarDatabase.NAME), role), arguments.stream())
                .toList()));
    }

    private enum From {
        BEGINNING, END
    }

    @Command
    int topics(@Parameters(arity = "0..1", paramLabel = "NAME") @Nullable String name,
            @Option(names = "--from", defaultValue = "BEGINNING") From from) throws IOException, InterruptedException {
        var broker = "127.0.0.1:" + demandRunning("kafka").port();
        return run(Map.of(), java("TopicReader",
                name == null ? List.of(broker) : List.of(broker, name, from.toString())));
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

    private static List<String> java(String program, List<String> arguments) {
        return Stream.of(List.of(Java.EXECUTABLE, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED", "-Dorg.slf4j.simpleLogger.defaultLogLevel=error"), Java.LOCALE,
                List.of("dev.ashlar.localstack.tool." + program), arguments).flatMap(List::stream).toList();
    }

    private int run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        Interrupts.leaveToChild();
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().putAll(environment);
        builder.environment().put(Java.CLASS_PATH, Java.thisModule() + ":" + Java.servers());
        context.terminal().out().flush();
        var program = builder.start();
        // Ctrl-C reaches the program as well, other signals reach this JVM only.
        Runtime.getRuntime().addShutdownHook(new Thread(program::destroy));
        return program.waitFor();
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(ChildProcess.ofTheShell().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
