package dev.ashlar.localstack.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.ashlar.localstack.home.Home;
import dev.ashlar.localstack.home.JsonFile;
import dev.ashlar.process.StackFailure;
import dev.ashlar.localstack.stack.PortPlan;
import dev.ashlar.localstack.supervisor.SupervisorAddress;
import dev.ashlar.process.ChildProcess;
import dev.ashlar.process.Java;
import dev.ashlar.process.LogTail;
import dev.ashlar.process.Loopback;
import dev.ashlar.process.Signal;

/** The JVM of the supervisor: finds it, starts it, and ends one that no command can reach. */
final class SupervisorProcess {

    private static final String MAIN = "dev.ashlar.localstack.supervisor.Main";
    private static final Duration UNTIL_PUBLISHED = Duration.ofSeconds(5);
    private static final Duration UNTIL_STARTED = Duration.ofSeconds(60);

    private SupervisorProcess() {}

    /**
     * The supervisor of this installation, if it runs. The supervisor writes its address again if the file is missing.
     */
    static Optional<SupervisorClient> find(Home home) {
        var deadline = System.nanoTime() + UNTIL_PUBLISHED.toNanos();
        do {
            var access = published(home).filter(found -> !Loopback.isFree(found.port()));
            if (access.isPresent()) {
                return access.map(SupervisorClient::new);
            }
            SupervisorClient.pause();
        } while (!Loopback.isFree(new PortPlan(home.portOffset()).supervisor()) && System.nanoTime() < deadline);
        return Optional.empty();
    }

    private static Optional<SupervisorAddress> published(Home home) {
        return new JsonFile<>(home.supervisor(), SupervisorAddress.class).read()
                .filter(access -> ProcessHandle.of(access.pid()).isPresent());
    }

    static SupervisorClient findOrStart(Home home) throws IOException {
        var running = find(home);
        return running.isPresent() ? running.get() : start(home);
    }

    private static SupervisorClient start(Home home) throws IOException {
        var command = new ArrayList<>(List.of(Java.EXECUTABLE));
        var installation = System.getProperty("ashlar.cli");
        if (installation == null || Files.notExists(Path.of(installation, "jvm.options"))) { // the command line runs from its build folder, without a copy
            command.addAll(Java.LOCALE);
        } else {
            command.addAll(List.of("-Dashlar.cli=" + installation, "@" + Path.of(installation, "jvm.options"),
                    "-XX:AOTCache=" + Path.of(installation, "ashlar.aot")));
        }
        command.addAll(
                List.of(MAIN, home.repository().toString(), home.folder().toString(),
                        Integer.toString(home.portOffset())));
        var process = ChildProcess.startToStay(home.folder(), home.supervisorLog(),
                Map.of(Java.CLASS_PATH, System.getProperty("java.class.path")), command);
        var deadline = System.nanoTime() + UNTIL_STARTED.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            var access = published(home).filter(found -> found.pid() == process.pid());
            if (access.isPresent()) {
                return new SupervisorClient(access.get());
            }
            SupervisorClient.pause();
        }
        throw new StackFailure(
                "The supervisor did not start:%n%s".formatted(new LogTail(home.supervisorLog()).forPeople()));
    }

    /**
     * Ends a supervisor that could not write its address, for example on a full disk.
     *
     * @return true if there was one
     */
    static boolean endLost(Home home) {
        var owner = ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().map(List::of)
                        .filter(arguments -> arguments.containsAll(List.of(MAIN, home.folder().toString())))
                        .isPresent())
                .findFirst();
        owner.ifPresent(supervisor -> {
            supervisor.destroy();
            if (!Signal.awaitEnd(supervisor, UNTIL_STARTED)) {
                throw new StackFailure("The supervisor (pid %d) does not end.".formatted(supervisor.pid()));
            }
        });
        return owner.isPresent();
    }
}
