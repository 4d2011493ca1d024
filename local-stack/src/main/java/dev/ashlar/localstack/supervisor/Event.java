package dev.ashlar.localstack.supervisor;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.ashlar.localstack.home.InstanceName;

/**
 * One line of the response to a request: the phase of a process, a sign of life, or the final result.
 *
 * @param phase null unless the line is about a process
 * @param failures null except in the result: one text for each process that failed
 * @param older null except in the result: the processes that run an older build than a start would run
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
     * The body of a request. Fields that an operation does not need are empty.
     *
     * @param id lets the command cancel its own request and no other
     */
    public record ControlRequest(String id, List<String> names, Map<String, Integer> scale, Boolean stale,
            String signal,
            Map<String, String> environment) {

        /** JSON may omit a field, but may not contain null for a name or a number. */
        public ControlRequest {
            id = id == null ? "" : id;
            names = names == null ? List.of() : List.copyOf(names);
            stale = stale != null && stale;
            scale = scale == null ? Map.of() : Map.copyOf(scale);
            signal = signal == null ? "KILL" : signal;
            environment = environment == null ? Map.of() : Map.copyOf(environment);
        }

        ControlRequest withoutEnvironment() {
            return new ControlRequest(id, names, scale, stale, signal, Map.of());
        }
    }
}
