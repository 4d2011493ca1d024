package dev.ashlar.localstack.supervisor;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.ashlar.localstack.stack.Stack;
import dev.ashlar.localstack.supervisor.Event.Phase;

/** Ends processes as gently as they let themselves be ended. */
record Stops(Stack stack, Members members, Operation operation) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A service in training writes down what it has learnt when it ends. */
    private static final Duration IN_TRAINING = Duration.ofMinutes(3);

    /** Services first, then what they stand on. */
    void all() throws InterruptedException {
        of(members.all().stream().filter(one -> !stack.isInfrastructure(one.name())).toList());
        of(members.all().stream().filter(one -> stack.isInfrastructure(one.name())).toList());
    }

    /** Side by side, after the gateways have been told. */
    void of(List<Supervised> some) throws InterruptedException {
        var running = some.stream().filter(Supervised::runs).toList();
        running.forEach(Supervised::aboutToStop);
        members.publish();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> stop : running.stream().map(one -> threads.submit(() -> stop(one))).toList()) {
                operation.await(stop);
            }
        }
    }

    private void stop(Supervised one) {
        operation.tell(Event.of(one.name(), Phase.STOPPING));
        var patience = one.caller().containsKey(Stack.IN_TRAINING) ? IN_TRAINING : PATIENCE;
        var gently = one.running()
                .map(process -> one.part().stopSignal().stop(process.toHandle(), patience))
                .orElse(true);
        operation.tell(Event.of(one.name(), gently ? Phase.STOPPED : Phase.KILLED));
    }
}
