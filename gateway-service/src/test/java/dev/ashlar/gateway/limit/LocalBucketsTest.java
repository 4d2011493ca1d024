package dev.ashlar.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.limit.LimitProperties.Bucket;
import dev.ashlar.gateway.limit.RateLimitRules.Charge;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalBucketsTest {

    private static final RateLimitPolicy POLICY = RateLimitPolicy.of("user-read", new Bucket(BigDecimal.TEN, 20));

    private final AtomicLong nanos = new AtomicLong();
    private final LocalBuckets buckets = new LocalBuckets(nanos::get);

    @ParameterizedTest
    @CsvSource({"1, 20, 10", "2, 10, 5", "4, 5, 2", "40, 1, 0"})
    void grantsTheShareOfOneGateway(int gateways, int burst, int perSecond) {
        assertThat(granted(gateways)).isEqualTo(burst);

        nanos.addAndGet(1_000_000_000);

        assertThat(granted(gateways)).isEqualTo(perSecond);
    }

    @Test
    void saysWhenTheNextTokenComes() {
        var charge = new Charge(POLICY, "user");
        assertThat(buckets.take(charge, 20).left()).isZero();

        var refused = buckets.take(charge, 20);

        assertThat(refused.granted()).isFalse();
        assertThat(refused.seconds()).isEqualTo(2);
    }

    @Test
    void keepsABucketForEachSubject() {
        granted(1);

        assertThat(buckets.take(new Charge(POLICY, "other"), 1).granted()).isTrue();
    }

    @Test
    void shrinksABucketWhenAnotherGatewayJoins() {
        buckets.take(new Charge(POLICY, "user"), 1);

        assertThat(granted(4)).isEqualTo(5);
    }

    private long granted(int gateways) {
        return IntStream.range(0, 30).filter(_ -> buckets.take(new Charge(POLICY, "user"), gateways).granted()).count();
    }
}
