package dev.ashlar.gateway.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CapacityTest {

    private final Capacity capacity = new Capacity(8);

    @Test
    void leavesAQuarterToOtherClients() {
        IntStream.range(0, 6).forEach(_ -> assertThat(capacity.take("greedy")).isTrue());

        assertThat(capacity.take("greedy")).isFalse();
        assertThat(capacity.take("other")).isTrue();
        assertThat(capacity.take("other")).isTrue();
    }

    @Test
    void hasNoMorePlacesForAnybodyThanItHas() {
        IntStream.range(0, 8).forEach(client -> assertThat(capacity.take("client " + client)).isTrue());

        assertThat(capacity.isFull()).isTrue();
        assertThat(capacity.take("another")).isFalse();
        capacity.giveBack("client 0");
        assertThat(capacity.take("another")).isTrue();
    }

    @Test
    void hasAPlaceForTheOnlyClientOfOne() {
        assertThat(new Capacity(1).take("client")).isTrue();
        assertThat(new Capacity(0).take("client")).isFalse();
    }

    @Test
    void neitherLosesNorInventsPlaces() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200).forEach(n -> threads.submit(() -> {
                var client = "client " + n % 3;
                for (var i = 0; i < 500; i++) {
                    if (capacity.take(client)) {
                        capacity.giveBack(client);
                    }
                }
            }));
        }

        assertThat(capacity.taken()).isZero();
        IntStream.range(0, 6).forEach(_ -> assertThat(capacity.take("client 0")).isTrue());
    }
}
