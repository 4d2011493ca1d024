package dev.ashlar.localstack.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.ashlar.localstack.stack.Member;
import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.localstack.state.Run;
import dev.ashlar.localstack.state.Runs;

/** Looks at every process, all at the same time: an unhealthy one may take seconds to say nothing. */
final class Inspection {

    /** What is not ready after so long will not become so by waiting; {@code up} gives up as well. */
    private static final Duration LONGEST_START = Duration.ofSeconds(120);

    private final Stack stack;
    private final Runs runs;

    Inspection(Stack stack, Runs runs) {
        this.stack = stack;
        this.runs = runs;
    }

    /** The first instance of everything, and whatever else was started since the last {@code down}. */
    List<ProcessStatus> processes() throws InterruptedException {
        var known = stack.members().stream().map(Member::name).toList();
        var members = Stream.concat(known.stream(), runs.names().stream()).distinct().map(stack::member);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = members.<Callable<ProcessStatus>>map(member -> () -> look(member)).toList();
            return threads.invokeAll(looks).stream().map(Future::resultNow).toList();
        }
    }

    private ProcessStatus look(Member member) {
        var run = runs.find(member.name());
        return run.flatMap(known -> known.process().handle().map(process -> running(member, known, process)))
                .orElseGet(() -> status(member, run.filter(known -> !known.askedToStop()).isPresent()
                        ? State.FAILED
                        : State.STOPPED));
    }

    private static ProcessStatus running(Member member, Run run, ProcessHandle process) {
        var uptime = process.info()
                .startInstant()
                .map(started -> Duration.between(started, Instant.now()))
                .orElse(Duration.ZERO);
        return new ProcessStatus(member.name().name(), member.name().number(), process.pid(), member.port(),
                state(member, run, uptime), uptime.toSeconds(), ResidentMemory.of(process.pid()));
    }

    private static State state(Member member, Run run, Duration uptime) {
        if (member.isReady()) {
            return State.READY;
        }
        return run.reachedReady() || uptime.compareTo(LONGEST_START) > 0 ? State.UNHEALTHY : State.STARTING;
    }

    private static ProcessStatus status(Member member, State state) {
        return new ProcessStatus(member.name().name(), member.name().number(), null, member.port(), state, null, null);
    }
}
