package dev.ashlar.user.password;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id at m = 19456 KiB, t = 2, p = 1 (OWASP Password Storage Cheat Sheet). At most one hash a core runs at a time, and only as
 * many as fit into a quarter of the heap. They run on platform threads of their own: on virtual threads, hashing would occupy every
 * carrier and stop all other requests.
 * <p>
 * A caller waits for a free slot, for 2 s at most. If too many callers wait already, the next one is refused at once. A hash that has
 * begun is always finished. With a time limit for the hash itself, an overload would waste the cores on hashes that are thrown away.
 */
@Component
public class PasswordHashing implements DisposableBean {

    private static final String PARAMETERS = "$argon2id$v=19$m=19456,t=2,p=1$";

    /** The hash for an unknown account. A comparison with it costs the same and never matches. */
    private static final String UNKNOWN_ACCOUNT = PARAMETERS + "AAAAAAAAAAAAAAAAAAAAAA"
            + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    /** Replaces text that cannot be a password. It is not empty, because the encoder refuses empty text without any work. */
    private static final String ANY_TEXT = "any text";

    /** 19,456 arrays of 1 KiB with their headers. */
    private static final long BYTES_PER_HASH = 19_456 * (1_024 + 16);
    private static final int MAX_WAITING_PER_SLOT = 10;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final int slotCount = slotCount(Runtime.getRuntime().availableProcessors(),
            Runtime.getRuntime().maxMemory());
    private final Semaphore slots = new Semaphore(slotCount, true);
    private final ExecutorService threads = Executors.newFixedThreadPool(slotCount,
            Thread.ofPlatform().name("argon2-", 1).factory());
    private final Timer timer;
    private final Duration maxWait;

    /** @param maxWait for a free slot, 5 s at most: a check of a password takes less than 10 s (ADR 24) */
    PasswordHashing(MeterRegistry meters, @Value("${ashlar.password.max-wait:2s}") Duration maxWait) {
        if (maxWait.compareTo(Duration.ofSeconds(5)) > 0) {
            throw new IllegalArgumentException("ashlar.password.max-wait must be 5 s or less");
        }
        this.maxWait = maxWait;
        timer = meters.timer("ashlar.password.hashing");
        meters.gauge("ashlar.password.waiting", slots, Semaphore::getQueueLength);
    }

    /** At least one: a hash fits into any heap that the service can start with. */
    static int slotCount(int cores, long heapBytes) {
        return Math.clamp(heapBytes / 4 / BYTES_PER_HASH, 1, cores);
    }

    /** @throws HashingBusy if no slot became free in time, or if too many callers wait */
    public String hash(String password) {
        return run(() -> String.valueOf(argon2.encode(PasswordText.composed(password))));
    }

    /** True if the hash was made with other parameters than the current ones. */
    public boolean isOutdated(String hash) {
        return !hash.startsWith(PARAMETERS);
    }

    /**
     * True if the hash belongs to the password. Does the same work without a hash, and for text that cannot be a password.
     *
     * @param hash null for an unknown account
     * @throws HashingBusy if no slot became free in time, or if too many callers wait
     */
    public boolean matches(String password, @Nullable String hash) {
        if (hash == null || !PasswordText.canBePassword(password)) {
            run(() -> argon2.matches(ANY_TEXT, UNKNOWN_ACCOUNT));
            return false;
        }
        return run(() -> argon2.matches(PasswordText.composed(password), hash));
    }

    private <T> T run(Callable<T> hashing) {
        try {
            if (slots.getQueueLength() >= slotCount * MAX_WAITING_PER_SLOT
                    || !slots.tryAcquire(maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new HashingBusy();
            }
            try {
                return threads.submit(() -> timer.recordCallable(hashing)).get();
            } finally {
                slots.release();
            }
        } catch (RejectedExecutionException _) { // this instance is stopping; the client's retry reaches another one
            throw new HashingBusy();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new HashingBusy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Hashing failed", e.getCause());
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
