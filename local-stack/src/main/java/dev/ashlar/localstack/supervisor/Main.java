package dev.ashlar.localstack.supervisor;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.ashlar.infrastructure.Service;
import dev.ashlar.localstack.home.Home;
import dev.ashlar.localstack.home.JsonFile;
import dev.ashlar.localstack.home.Secrets;
import dev.ashlar.localstack.stack.PortPlan;
import dev.ashlar.process.Orphans;
import dev.ashlar.process.StackFailure;

/** The main class of the supervisor's JVM. Arguments: {@code REPOSITORY HOME OFFSET}. */
final class Main {

    private static final int PAUSE_MILLIS = 1_000;
    /** As a number of pauses. */
    private static final int LONGEST_UNUSED = 60;

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var home = new Home(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        var ports = new PortPlan(home.portOffset());
        var access = new SupervisorAddress(ProcessHandle.current().pid(), ports.supervisor(), home.portOffset(),
                SupervisorAddress.thisBuild(), token());
        var supervisor = new Supervisor(home, Secrets.readOrCreate(home));
        // The port prevents a second supervisor of this installation.
        var gate = new RequestAuthorization(access.port(), ports.http(Service.GATEWAY, 1), access.token());
        var server = bind(home, supervisor, gate);
        var file = new JsonFile<>(home.supervisor(), SupervisorAddress.class);
        var ending = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            supervisor.end();
            ending.set(true);
            delete(home.supervisor());
        }, "end"));
        Orphans.killIn(home.data());
        Orphans.killIn(home.workingFolder());
        server.start();
        var unused = 0;
        while (!ending.get()) {
            unused = supervisor.isUnused() ? unused + 1 : 0;
            if (unused > LONGEST_UNUSED) {
                System.exit(0); // the command that started this JVM was interrupted
            }
            if (!file.read().equals(Optional.of(access))) { // without the file, no command could end this process
                file.writeIfPossible(access);
            }
            supervisor.members().publishIfMissing();
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static ControlServer bind(Home home, Supervisor supervisor, RequestAuthorization gate) throws IOException {
        try {
            return new ControlServer(home, supervisor, gate, () -> System.exit(0));
        } catch (BindException taken) {
            throw new StackFailure(
                    "The supervisor needs port %d, and another process listens on it".formatted(gate.port()), taken);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.err.println("%s can't be deleted: %s".formatted(file, e)); // the pid in the file shows that there is no supervisor
        }
    }

    private static String token() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
