package dev.ashlar.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordHashingTest {

    private static final long ARGON2_BYTES = 19_456 * 1_024;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final PasswordHashing hashing = new PasswordHashing(meters, Duration.ofSeconds(2));

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
    void matchesTheRightPasswordOnly() {
        var hash = hashing.hash("nine purple tractors");

        assertThat(hashing.matches("nine purple tractors", hash)).isTrue();
        assertThat(hashing.matches("nine purple tractorS", hash)).isFalse();
    }

    @Test
    void matchesNothingForAnUnknownAccount() {
        assertThat(hashing.matches("nine purple tractors", null)).isFalse();
    }

    @Test
    void doesNotMatchUnpairedSurrogates() {
        var hash = hashing.hash("nine purple \ufffd tractors");

        assertThat(hashing.matches("nine purple \ud800 tractors", hash)).isFalse();
        assertThat(hashing.matches("nine purple \ud800 tractors", null)).isFalse();
    }

    @Test
    void matchesBothUnicodeFormsOfACharacter() {
        assertThat(hashing.matches("cafe\u0301 on the corner", hashing.hash("caf\u00e9 on the corner"))).isTrue();
        assertThat(hashing.matches("caf\u00e9 on the corner", hashing.hash("cafe\u0301 on the corner"))).isTrue();
    }

    @Test
    void doesNotMatchAPasswordThatIsTooLong() {
        var longest = "abcdefgh".repeat(16);

        assertThat(hashing.matches(longest, hashing.hash(longest))).isTrue();
        assertThat(hashing.matches(longest + "i", hashing.hash(longest + "i"))).isFalse();
    }

    @Test
    void computesOneHashForAnUnknownAccountAndForAnyLength() {
        hashing.matches("nine purple tractors", null);
        assertThat(hashings()).isEqualTo(1);

        hashing.matches("x".repeat(60_000), null);
        assertThat(hashings()).isEqualTo(2);
    }

    /** Counting calls is not enough, because the encoder refuses some input without any work. Each hash allocates Argon2's memory. */
    @Test
    void doesTheSameWorkForEveryInput() {
        var hash = hashing.hash("nine purple tractors");

        for (var known : Arrays.asList(hash, null)) {
            for (var password : List.of("a wrong guess of it", "", "half \ud800 a character", "x".repeat(60_000))) {
                assertThat(bytesAllocatedBy(() -> hashing.matches(password, known))).as("%.20s for %s", password, known)
                        .isGreaterThan(ARGON2_BYTES);
            }
        }
    }

    @Test
    void detectsHashesWithOtherParameters() {
        assertThat(hashing.isOutdated(hashing.hash("nine purple tractors"))).isFalse();
        assertThat(hashing.isOutdated("$argon2id$v=19$m=16384,t=2,p=1$c2FsdA$aGFzaA")).isTrue();
        assertThat(hashing.isOutdated("$argon2i$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA")).isTrue();
    }

    @Test
    void finishesAHashThatHasBegun() {
        var noWait = new PasswordHashing(new SimpleMeterRegistry(), Duration.ZERO);

        assertThat(noWait.hash("nine purple tractors")).isNotEmpty();
        noWait.destroy();
    }

    @Test
    void refusesToHashWhileItStops() {
        hashing.destroy();

        assertThatExceptionOfType(HashingBusy.class).isThrownBy(() -> hashing.hash("nine purple tractors"));
    }

    @Test
    void refusesCallersWhenTooManyWaitAndDoesNotHashForThem() throws InterruptedException {
        Callable<String> hash = () -> hashing.hash("nine purple tractors");
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = callers.invokeAll(
                    Stream.generate(() -> hash).limit(30L * Runtime.getRuntime().availableProcessors()).toList());

            assertThat(results).filteredOn(caller -> caller.state() == Future.State.FAILED).isNotEmpty().allSatisfy(
                    refused -> assertThat(refused.exceptionNow()).isInstanceOf(HashingBusy.class));
            assertThat(results).filteredOn(caller -> caller.state() == Future.State.SUCCESS).hasSize((int) hashings());
        }
        assertThat(meters.get("ashlar.password.waiting").gauge().value()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2, 256, 2", "16, 256, 3", "128, 256, 3", "16, 64, 1", "16, 4096, 16"})
    void limitsConcurrentHashesByCoresAndAQuarterOfTheHeap(int cores, long heapMebibytes, int slots) {
        assertThat(PasswordHashing.slotCount(cores, heapMebibytes * 1_024 * 1_024)).isEqualTo(slots);
    }

    @Test
    void staysWithinTheHeapOfTheLocalStackOnSixteenCores() throws Exception {
        var child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:ActiveProcessorCount=16", "-XX:+UseSerialGC", "-Xmn32m", "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError", "-cp", System.getProperty("java.class.path"),
                ConcurrentHashing.class.getName())
                .redirectErrorStream(true).start();
        var output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).as(output).isZero();
    }

    private static long bytesAllocatedBy(Runnable work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getTotalThreadAllocatedBytes();
        work.run();
        return threads.getTotalThreadAllocatedBytes() - before;
    }

    private long hashings() {
        return meters.get("ashlar.password.hashing").timer().count();
    }
}
