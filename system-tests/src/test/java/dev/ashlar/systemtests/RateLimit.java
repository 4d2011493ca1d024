package dev.ashlar.systemtests;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Supplier;

/** Repeats requests that prepare a test or check its result: all tests share the rate limits of one address. */
public final class RateLimit {

    private RateLimit() {}

    /** The first response other than 429. */
    public static Response retry(Supplier<Response> request) {
        return await().atMost(Duration.ofMinutes(1)).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(500))
                .until(request::get, response -> response.status() != 429);
    }
}
