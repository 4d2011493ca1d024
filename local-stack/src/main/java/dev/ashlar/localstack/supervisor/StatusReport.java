package dev.ashlar.localstack.supervisor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.localstack.home.Secrets;
import dev.ashlar.localstack.stack.Stack;

/** What {@code status --json} prints: see the contract. */
public record StatusReport(List<ProcessStatus> processes, Map<String, String> addresses,
        List<Credentials> credentials) {

    /** @param pid null unless it runs, as are the two that follow from it */
    public record ProcessStatus(String name, int instance, @Nullable Long pid, int port, State state,
            @Nullable Long uptimeSeconds, @Nullable Long rssBytes) {

        static ProcessStatus of(InstanceName name, int port, State state) {
            return new ProcessStatus(name.name(), name.number(), null, port, state, null, null);
        }

        public boolean runs() {
            return pid != null;
        }
    }

    public enum State {

        /** It runs, and was not ready yet. */
        STARTING, READY,
        /** It was ready, or should have been by now, and is not. */
        UNHEALTHY,
        /** It was never started, or a command stopped it. */
        STOPPED,
        /** It ended although nobody asked it to. */
        FAILED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An account of the demo data. */
    public record Credentials(String role, String email, String password) {

        /** A record prints its components; passwords are not for logs. */
        @Override
        public String toString() {
            return "Credentials[%s]".formatted(email);
        }
    }

    static StatusReport of(List<ProcessStatus> processes, Stack stack, Optional<Secrets> secrets) {
        return new StatusReport(processes, stack.addresses(), secrets.map(known -> List.of(
                new Credentials("admin", "admin@ashlar.local", known.demoAdmin()),
                new Credentials("shopper", "shopper@ashlar.local", known.demoShopper()))).orElse(List.of()));
    }

    /** The report while there is no supervisor. */
    public static StatusReport ofNothing(Stack stack, Optional<Secrets> secrets) {
        return of(stack.names().stream()
                .map(name -> ProcessStatus.of(name, stack.part(name).port(), State.STOPPED)).toList(), stack, secrets);
    }
}
