package dev.ashlar.localstack.supervisor;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.ashlar.localstack.home.InstanceName;

/**
 * A line of the response to an order: how far a process is, that the operation still goes on, or, at last, its result.
 *
 * @param phase null but for a process
 * @param failures null but for the result: why something did not work, a text for each process
 * @param older null but for the result: what runs an older build than a start would run
 */
public record Event(@Nullable String name, @Nullable Phase phase, @Nullable List<String> failures,
        @Nullable List<String> older) {

    static final Event STILL_AT_WORK = new Event(null, null, null, null);

    public enum Phase {
        WAITING, PREPARING, STARTING, READY, RUNS_ALREADY, STOPPING, STOPPED, KILLED, FAILED
    }

    static Event of(InstanceName name, Phase phase) {
        return new Event(name.toString(), phase, null, null);
    }

    static Event result(List<String> failures, List<String> older) {
        return new Event(null, null, failures, older);
    }

    /**
     * What a command or the console wants. What an order does not need is empty.
     *
     * @param id lets the command cancel its own order, and no other
     */
    public record Order(String id, List<String> names, Map<String, Integer> scale, Boolean stale, String signal,
            Map<String, String> environment) {

        /** JSON may leave anything out, but not give null for a name or a number. */
        public Order {
            id = id == null ? "" : id;
            names = names == null ? List.of() : List.copyOf(names);
            stale = stale != null && stale;
            scale = scale == null ? Map.of() : Map.copyOf(scale);
            signal = signal == null ? "KILL" : signal;
            environment = environment == null ? Map.of() : Map.copyOf(environment);
        }

        Order withoutEnvironment() {
            return new Order(id, names, scale, stale, signal, Map.of());
        }
    }
}
