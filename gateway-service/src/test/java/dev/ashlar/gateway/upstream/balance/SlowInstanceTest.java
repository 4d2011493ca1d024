package dev.ashlar.gateway.upstream.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A simulation in virtual time: 1,000 requests per second to four instances, one of which is ten times slower. */
class SlowInstanceTest {

    private static final long MILLISECOND = 1_000_000;

    private record Completion(long at, FakeInstance instance) {}

    @Test
    void delaysFewerRequestsWithLeastConnectionsThanWithRoundRobin() {
        assertThat(percentile99(Algorithm.LEAST_CONNECTIONS)).isLessThan(percentile99(Algorithm.ROUND_ROBIN) / 2);
    }

    @Test
    void delaysFewerRequestsWithLeastResponseTimeThanWithRoundRobin() {
        assertThat(percentile99(Algorithm.LEAST_RESPONSE_TIME)).isLessThan(percentile99(Algorithm.ROUND_ROBIN) / 2);
    }

    /** Each instance serves four requests at a time, so requests queue at the slow one. */
    private static long percentile99(Algorithm algorithm) {
        var instances = FakeInstance.instances(4);
        var balancer = algorithm.create();
        var running = new PriorityQueue<Completion>((a, b) -> Long.compare(a.at, b.at));
        var averages = Stream.generate(PeakEwma::new).limit(4).toArray(PeakEwma[]::new);
        var durations = new long[20_000];
        for (var n = 0; n < durations.length; n++) {
            var now = n * MILLISECOND;
            while (!running.isEmpty() && running.peek().at <= now) {
                running.poll().instance.inFlight--;
            }
            for (var i = 0; i < 4; i++) {
                instances[i].latencyNanos = averages[i].at(now);
            }
            var chosen = balancer.choose(instances, 0, _ -> true);
            var service = (chosen == instances[0] ? 30 : 3) * MILLISECOND;
            durations[n] = service * (1 + chosen.inFlight / 4);
            averages[Arrays.asList(instances).indexOf(chosen)].add(durations[n], now);
            chosen.inFlight++;
            running.add(new Completion(now + durations[n], chosen));
        }
        Arrays.sort(durations);
        return durations[durations.length * 99 / 100];
    }
}
