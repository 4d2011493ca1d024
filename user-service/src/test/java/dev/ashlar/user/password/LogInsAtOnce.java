package dev.ashlar.user.password;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Forty passwords are compared at once beside as much live memory as the service has after its start. */
final class LogInsAtOnce {

    private static final int LIVE_BYTES = 100 * 1_024 * 1_024;

    private LogInsAtOnce() {}

    public static void main(String[] arguments) throws InterruptedException {
        var live = new byte[LIVE_BYTES];
        var hashing = new PasswordHashing(new SimpleMeterRegistry());
        Callable<Boolean> logIn = () -> hashing.matches("nine purple tractors", null);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : callers.invokeAll(Stream.generate(() -> logIn).limit(40).toList())) {
                if (answer.state() == Future.State.FAILED && !(answer.exceptionNow() instanceof HashingBusy)) {
                    throw new IllegalStateException("Neither an answer nor a refusal", answer.exceptionNow());
                }
            }
        }
        hashing.destroy();
        System.out.println("Live beside it: " + live.length);
    }
}
