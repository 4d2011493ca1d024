package dev.ashlar.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceTest {

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void makesItsValueOnce() {
        var once = new Once<>(calls::incrementAndGet);

        assertThat(once.get()).isEqualTo(once.get()).isEqualTo(1);
    }

    @Test
    void triesAgainAfterAFailure() {
        var once = new Once<>(() -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return "made";
        });

        assertThatThrownBy(once::get).hasMessage("not yet");
        assertThat(once.get()).isEqualTo("made");
    }
}
