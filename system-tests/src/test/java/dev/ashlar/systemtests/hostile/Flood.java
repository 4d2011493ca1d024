package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.Answer;
import java.net.http.HttpClient;
import java.util.function.IntFunction;

/** The same request until a limit answers, which counts as one attack. */
final class Flood {

    private static final int AT_ONCE = 20;

    private Flood() {}

    /**
     * Sends until something is refused with 429; the test fails if that takes more than {@code most} requests.
     *
     * @param allowed what is answered before
     */
    static Answer untilRefused(int most, int allowed, HttpClient client, IntFunction<Attack> attack) {
        for (var sent = 0; sent < most; sent += AT_ONCE) {
            var begin = sent;
            var answers = AtOnce.times(AT_ONCE, i -> attack.apply(begin + i).sendUncounted(client));
            assertThat(answers).extracting(Answer::status).isSubsetOf(allowed, 429);
            for (var answer : answers) {
                if (answer.status() == 429) {
                    HostileRequests.count(attack.apply(0).toString(), 429);
                    check(answer);
                    return answer;
                }
            }
        }
        throw new AssertionError("Nothing was refused in " + most + " requests: " + attack.apply(0));
    }

    /** 429 as the contract has it: a problem document, and when to try again. */
    static void check(Answer answer) {
        Refusal.check(answer);
        var headers = answer.raw().headers();
        assertThat(headers.firstValue("Retry-After")).hasValueSatisfying(
                seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 60));
        assertThat(headers.firstValue("RateLimit")).isPresent();
        assertThat(headers.firstValue("RateLimit-Policy")).isPresent();
    }
}
