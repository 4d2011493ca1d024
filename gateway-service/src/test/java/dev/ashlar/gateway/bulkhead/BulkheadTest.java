package dev.ashlar.gateway.bulkhead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BulkheadTest {

    private final Bulkhead bulkhead = new Bulkhead(8);

    @Test
    void reservesAQuarterForOtherClients() {
        IntStream.range(0, 6).forEach(_ -> assertThat(bulkhead.tryAcquire("greedy")).isTrue());

        assertThat(bulkhead.tryAcquire("greedy")).isFalse();
        assertThat(bulkhead.tryAcquire("other")).isTrue();
        assertThat(bulkhead.tryAcquire("other")).isTrue();
    }

    @Test
    void rejectsClientsWhenAllPermitsAreUsed() {
        IntStream.range(0, 8).forEach(client -> assertThat(bulkhead.tryAcquire("client " + client)).isTrue());

        assertThat(bulkhead.isFull()).isTrue();
        assertThat(bulkhead.tryAcquire("another")).isFalse();
        bulkhead.release("client 0");
        assertThat(bulkhead.tryAcquire("another")).isTrue();
    }

    @Test
    void givesItsOnlyPermitToAClient() {
        assertThat(new Bulkhead(1).tryAcquire("client")).isTrue();
        assertThat(new Bulkhead(0).tryAcquire("client")).isFalse();
    }

    @Test
    void neverExceedsItsPermitsAndLosesNone() {
        var held = new AtomicInteger();
        var maximum = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(16)) {
            IntStream.range(0, 200).forEach(n -> threads.submit(() -> {
                var client = "client " + n % 3;
                for (var i = 0; i < 500; i++) {
                    if (bulkhead.tryAcquire(client)) {
                        maximum.accumulateAndGet(held.incrementAndGet(), Math::max);
                        Thread.yield();
                        held.decrementAndGet();
                        bulkhead.release(client);
                    }
                }
            }));
        }

        assertThat(maximum).hasValueBetween(1, 8);
        assertThat(bulkhead.inUse()).isZero();
        IntStream.range(0, 6).forEach(_ -> assertThat(bulkhead.tryAcquire("client 0")).isTrue());
    }
}
