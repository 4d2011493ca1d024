package dev.ashlar.localstack.supervisor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.ashlar.localstack.home.InstanceName;
import dev.ashlar.localstack.home.Secrets;
import dev.ashlar.localstack.stack.Stack;

/** The output of {@code status --json}, as the contract defines it. */
public record StatusReport(List<ProcessStatus> processes, Map<String, String> addresses,
        List<Credentials> credentials) {

    /** @param pid null unless the process runs, like the two fields after it */
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

        /** The process runs and was not ready yet. */
        STARTING, READY,
        /** The process was ready, or should be by now, and is not. */
        UNHEALTHY,
        /** The process was never started, or a command stopped it. */
        STOPPED,
        /** The process ended, and no command stopped it. */
        FAILED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An account of the demo data. */
    public record Credentials(String role, String email, String password) {

        /** The default {@code toString} of a record would print the password into logs. */
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

    /** With a fragment after the address of the console. A browser sends no fragment to the gateway. */
    public StatusReport withConsole(String fragment) {
        var more = new LinkedHashMap<>(addresses);
        more.computeIfPresent("console", (_, address) -> address + fragment);
        return new StatusReport(processes, more, credentials);
    }

    /** The report while no supervisor runs. */
    public static StatusReport ofNothing(Stack stack, Optional<Secrets> secrets) {
        return of(stack.names().stream()
                .map(name -> ProcessStatus.of(name, stack.part(name).port(), State.STOPPED)).toList(), stack, secrets);
    }
}
