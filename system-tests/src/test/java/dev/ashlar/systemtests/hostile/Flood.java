package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Response;
import java.util.function.IntFunction;

/** Sends requests until the rate limit refuses one. */
final class Flood {

    private static final int CONCURRENT = 20;

    private Flood() {}

    /**
     * The first response with 429. The test fails if there is none after {@code most} requests.
     *
     * @param allowed the only other status
     */
    static Response untilRefused(int most, int allowed, IntFunction<Attack> attack) {
        for (var sent = 0; sent < most; sent += CONCURRENT) {
            var first = sent;
            var responses = Concurrently.times(CONCURRENT, i -> attack.apply(first + i).send());
            assertThat(responses).extracting(Response::status).isSubsetOf(allowed, 429);
            for (var response : responses) {
                if (response.status() == 429) {
                    check(response);
                    return response;
                }
            }
        }
        throw new AssertionError("No request of " + most + " was refused: " + attack.apply(0));
    }

    /** A problem document that says when to try again. */
    static void check(Response response) {
        ProblemRules.check(response);
        var headers = response.raw().headers();
        assertThat(headers.firstValue("Retry-After")).hasValueSatisfying(
                seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 60));
        assertThat(headers.firstValue("RateLimit")).isPresent();
        assertThat(headers.firstValue("RateLimit-Policy")).isPresent();
    }
}
