import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Prints each check that holds, with its time. Fails at the first one that does not hold. */
final class Check {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long BEGUN = System.nanoTime();

    private Check() {}

    static void await(String what, BooleanSupplier there) {
        var end = System.nanoTime() + SOON.toNanos();
        while (!there.getAsBoolean()) {
            expect(what + ", but not within " + SOON.toSeconds() + " s", System.nanoTime() < end);
        }
        say(what);
    }

    static void expect(String what, boolean holds) {
        if (!holds) {
            throw new AssertionError("Expected: " + what);
        }
    }

    static void say(String what) {
        System.out.printf("%7d ms  %s%n", (System.nanoTime() - BEGUN) / 1_000_000, what);
    }
}
