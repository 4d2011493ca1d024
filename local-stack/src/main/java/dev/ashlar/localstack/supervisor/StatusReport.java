package dev.ashlar.localstack.supervisor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.ashlar.localstack.home.Secrets;
import dev.ashlar.localstack.stack.Stack;

/** What {@code status --json} prints: see the contract. */
public record StatusReport(List<ProcessStatus> processes, Map<String, String> addresses,
        List<Credentials> credentials) {

    /** The report while there is no supervisor. */
    public static StatusReport ofNothing(Stack stack, Optional<Secrets> secrets) {
        var processes = stack.names().stream()
                .map(name -> ProcessStatus.of(name, stack.part(name).port(), State.STOPPED)).toList();
        return new StatusReport(processes, stack.addresses(), secrets.map(Credentials::of).orElse(List.of()));
    }
}
