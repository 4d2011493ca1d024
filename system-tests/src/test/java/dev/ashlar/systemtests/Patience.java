package dev.ashlar.systemtests;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Waits for its turn where a limit says so. For setting the scene and for looking at what became of it, since all tests
 * share one address; never around what a test is about.
 */
public final class Patience {

    private Patience() {}

    /** The first answer other than 429. */
    public static Answer with(Supplier<Answer> call) {
        return await().atMost(Duration.ofMinutes(1)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(500))
                .until(call::get, answer -> answer.status() != 429);
    }
}
