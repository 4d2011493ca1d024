package dev.ashlar.localstack.demo;

import java.time.Duration;
import java.util.Optional;

import dev.ashlar.process.StackFailure;

/** Asks again and again until the answer is the one hoped for, but not for ever. */
final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int PAUSE_MILLIS = 5;

    private Patience() {}

    interface Question<T> {

        /** @return empty if it is not so yet */
        Optional<T> ask() throws InterruptedException;
    }

    /** @throws StackFailure if it does not come true within 30 s */
    static <T> T until(String hope, Question<T> question) throws InterruptedException {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            var answer = question.ask();
            if (answer.isPresent()) {
                return answer.get();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new StackFailure("%s, but not within %d s".formatted(hope, LIMIT.toSeconds()));
    }
}
