package dev.ashlar.localstack.command;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import sun.misc.Signal;

/**
 * Ctrl-C ends a command within three seconds, and a second Ctrl-C ends it at once. The JVM alone would ignore the second
 * one.
 */
final class Interrupts {

    private static final int MOST_MILLIS = 2_500;

    private Interrupts() {}

    static void install() {
        var interrupted = new AtomicBoolean();
        for (var name : List.of("INT", "TERM", "HUP")) {
            Signal.handle(new Signal(name), signal -> {
                var exit = 128 + signal.getNumber();
                if (interrupted.getAndSet(true)) {
                    Runtime.getRuntime().halt(exit);
                }
                Thread.ofPlatform().daemon().start(() -> haltLater(exit));
                Thread.ofPlatform().start(() -> System.exit(exit));
            });
        }
    }

    /** Ignores signals while a child program controls the terminal. The program gets the same signals. */
    static void leaveToChild() {
        Signal.handle(new Signal("INT"), _ -> {});
    }

    private static void haltLater(int exit) {
        try {
            TimeUnit.MILLISECONDS.sleep(MOST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exit);
    }
}
