package dev.ashlar.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    private final PasswordHashing hashing = new PasswordHashing();

    @AfterEach
    void stop() {
        hashing.destroy();
    }

    @Test
    void hashesWithTheParametersOfTheContract() {
        assertThat(hashing.hash("nine purple tractors")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void saltsEachHash() {
        assertThat(hashing.hash("nine purple tractors")).isNotEqualTo(hashing.hash("nine purple tractors"));
    }

    @Test
    void recognisesThePasswordOfAHash() {
        var hash = hashing.hash("nine purple tractors");

        assertThat(hashing.matches("nine purple tractors", hash)).isTrue();
        assertThat(hashing.matches("nine purple tractorS", hash)).isFalse();
    }

    @Test
    void matchesNothingForNobody() {
        assertThat(hashing.matches("nine purple tractors", null)).isFalse();
    }

    @Test
    void matchesNothingThatIsNoText() {
        var hash = hashing.hash("nine purple \ufffd tractors");

        assertThat(hashing.matches("nine purple \ud800 tractors", hash)).isFalse();
        assertThat(hashing.matches("nine purple \ud800 tractors", null)).isFalse();
    }

    @Test
    void refusesWhatWouldWaitTooLong() throws InterruptedException {
        Callable<String> hash = () -> hashing.hash("nine purple tractors");
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var crowd = Stream.generate(() -> hash).limit(30L * Runtime.getRuntime().availableProcessors()).toList();

            assertThat(callers.invokeAll(crowd)).filteredOn(caller -> caller.state() == Future.State.FAILED)
                    .isNotEmpty().allSatisfy(
                            refused -> assertThat(refused.exceptionNow()).isInstanceOf(HashingBusy.class));
        }
    }
}
