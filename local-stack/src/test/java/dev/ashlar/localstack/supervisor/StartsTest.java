package dev.ashlar.localstack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.ashlar.infrastructure.Part;
import dev.ashlar.localstack.home.Home;
import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.localstack.home.Secrets;
import dev.ashlar.localstack.stack.Stack;

class StartsTest {

    @TempDir
    private Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void repeatsAFailedProvisioning() throws Exception {
        var postgres = supervised(new Sleeper("postgres", Set.of()) {
            @Override
            public void provision() throws IOException {
                calls.add("provision");
                if (calls.size() == 1) {
                    throw new IOException("refused");
                }
            }
        });

        assertThat(start(postgres)).singleElement().asString().contains("postgres failed", "refused");
        assertThat(start(postgres)).isEmpty();
        assertThat(start(postgres)).isEmpty();
        assertThat(calls).hasSize(2);
        assertThat(processes).hasSize(1);
    }

    @Test
    void startsDependenciesFirst() throws Exception {
        var order = supervised(new Sleeper("order-service", Set.of("postgres")));
        var postgres = supervised(new Sleeper("postgres", Set.of()));

        assertThat(start(order, postgres)).isEmpty();
    }

    private List<String> start(SupervisedProcess... some) throws InterruptedException {
        var home = new Home(folder, folder, 0);
        return new Starts(home, new Stack(home, Secrets.random()), new Operation("", _ -> {}),
                name -> List.of(some).stream().anyMatch(one -> one.name().name().equals(name) && one.runs()), () -> {})
                .all(List.of(some));
    }

    private static SupervisedProcess supervised(Part part) {
        return new SupervisedProcess(InstanceName.first(part.name()), part);
    }

    private class Sleeper implements Part {

        private final String name;
        private final Set<String> required;

        Sleeper(String name, Set<String> required) {
            this.name = name;
            this.required = required;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int port() {
            return 1; // no process listens on port 1
        }

        @Override
        public Set<String> needs() {
            return required;
        }

        @Override
        public Set<String> requires() {
            return required;
        }

        @Override
        public void prepare() {}

        @Override
        public Process start(Path log) throws IOException {
            processes.add(new ProcessBuilder("sleep", "60").start());
            return processes.getLast();
        }

        @Override
        public boolean isReady() {
            return true;
        }
    }
}
