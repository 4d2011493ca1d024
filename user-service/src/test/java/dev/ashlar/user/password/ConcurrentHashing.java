package dev.ashlar.user.password;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Compares 40 passwords concurrently while as much memory is in use as after a start of the service. */
final class ConcurrentHashing {

    private static final int LIVE_BYTES = 100 * 1_024 * 1_024;

    private ConcurrentHashing() {}

    public static void main(String[] arguments) throws InterruptedException {
        var live = new byte[LIVE_BYTES];
        var hashing = new PasswordHashing(new SimpleMeterRegistry(), Duration.ofSeconds(2));
        Callable<Boolean> logIn = () -> hashing.matches("nine purple tractors", null);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var response : callers.invokeAll(Stream.generate(() -> logIn).limit(40).toList())) {
                if (response.state() == Future.State.FAILED && !(response.exceptionNow() instanceof HashingBusy)) {
                    throw new IllegalStateException("Hashing failed", response.exceptionNow());
                }
            }
        }
        hashing.destroy();
        System.out.println("Bytes in use: " + live.length);
    }
}
