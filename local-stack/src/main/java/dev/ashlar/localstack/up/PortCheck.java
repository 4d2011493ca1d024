package dev.ashlar.localstack.up;

import java.util.List;

import dev.ashlar.infrastructure.Loopback;
import dev.ashlar.localstack.stack.Member;
import dev.ashlar.localstack.state.Runs;
import dev.ashlar.localstack.state.StackFailure;

/** Looks, before anything starts, whether strangers listen on the ports that will be needed. */
record PortCheck(Runs runs) {

    /** @throws StackFailure naming every taken port, who needs it and who has it */
    void demandFreePorts(List<Member> members) {
        var taken = members.stream()
                .filter(member -> runs.process(member.name()).isEmpty())
                .flatMap(member -> member.ports()
                        .stream()
                        .filter(port -> !Loopback.isFree(port))
                        .map(port -> "%s needs port %d, and %s listens on it".formatted(member.name(), port,
                                PortOwner.of(port))))
                .toList();
        if (!taken.isEmpty()) {
            throw new StackFailure("Nothing was started:\n  " + String.join("\n  ", taken)
                    + "\nStop what is in the way, or move the stack with ASHLAR_PORT_OFFSET.");
        }
    }
}
