package dev.ashlar.localstack.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.ashlar.localstack.build.JarBuild;
import dev.ashlar.localstack.build.Maven;
import dev.ashlar.localstack.home.Home;
import dev.ashlar.process.StackFailure;
import dev.ashlar.localstack.home.WorkLock;
import dev.ashlar.localstack.home.Secrets;
import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.localstack.supervisor.StatusReport;

/**
 * The installation, the terminal and the environment of a command.
 *
 * @param environment the environment of the shell
 */
record Context(Home home, Terminal terminal, Map<String, String> environment) {

    /**
     * Runs the action while no other command changes anything. Does nothing if the script only checks the arguments.
     */
    void alone(WorkLock.Action action) throws Exception {
        if (!Boolean.getBoolean("ashlar.check")) {
            lock(home.folder().resolve("work.lock")).holding(action);
        }
    }

    WorkLock lock(Path path) {
        return new WorkLock(path, terminal.err()::println);
    }

    /** Updates the jars of services, unless {@code ASHLAR_BUILD=never}. */
    void build(List<String> services) throws Exception {
        if (!environment.getOrDefault("ASHLAR_BUILD", "").equals("never")) {
            var maven = new Maven(home.repository(), home.logs().resolve("build.log"), terminal.err(),
                    terminal.interactive());
            new JarBuild(maven, lock(home.repository().resolve(".ashlar/build.lock"))).update(services);
        }
    }

    /** The configured stack, whether it runs or not. */
    Stack stack() {
        return new Stack(home, Secrets.read(home).orElseGet(Secrets::random));
    }

    Optional<SupervisorClient> supervisor() {
        return SupervisorProcess.find(home);
    }

    SupervisorClient demandSupervisor() {
        return supervisor().orElseThrow(() -> new StackFailure("Nothing runs; ./ashlar up starts the platform."));
    }

    StatusReport status() {
        return supervisor().map(SupervisorClient::status)
                .orElseGet(() -> StatusReport.ofNothing(stack(), Secrets.read(home)));
    }
}
