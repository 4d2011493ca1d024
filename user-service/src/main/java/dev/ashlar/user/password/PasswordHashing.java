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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id at m = 19456 KiB, t = 2, p = 1 (OWASP Password Storage Cheat Sheet). As many run at a time as there are cores, and as
 * a quarter of the heap has room for.
 * On platform threads of its own: on virtual ones, hashing would hold every carrier and stop all other requests.
 * <p>
 * A burst waits for its turn; who finds too many waiting is refused at once, and who has waited for {@link #LONGEST_WAIT} is
 * too. What has begun is finished: were its time counted as well, an overload would spend most of the cores on hashes that
 * nobody waits for any more.
 */
@Component
public class PasswordHashing implements DisposableBean {

    private static final String PARAMETERS = "$argon2id$v=19$m=19456,t=2,p=1$";

    /** What an unknown account's password is compared with: it costs the same and never matches. */
    private static final String NOBODYS = PARAMETERS + "AAAAAAAAAAAAAAAAAAAAAA"
            + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    /** What stands in for what can't be anybody's password: any text but none, which the encoder refuses without any work. */
    private static final String ANY_TEXT = "any text";

    /** 19,456 blocks of 1 KiB, and the header of each array. */
    private static final long BYTES_PER_HASH = 19_456 * (1_024 + 16);
    private static final int WAITING_PER_HASH = 10;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final int atATime = atATime(Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory());
    private final Semaphore turns = new Semaphore(atATime, true);
    private final ExecutorService threads = Executors.newFixedThreadPool(atATime,
            Thread.ofPlatform().name("argon2-", 1).factory());
    private final Timer timer;
    private final Duration longestWait;

    @Autowired
    PasswordHashing(MeterRegistry meters) {
        this(meters, LONGEST_WAIT);
    }

    PasswordHashing(MeterRegistry meters, Duration longestWait) {
        this.longestWait = longestWait;
        timer = meters.timer("ashlar.password.hashing");
        meters.gauge("ashlar.password.waiting", turns, Semaphore::getQueueLength);
    }

    /** One hash fits in any heap that the service starts with. */
    static int atATime(int cores, long heapBytes) {
        return Math.clamp(heapBytes / 4 / BYTES_PER_HASH, 1, cores);
    }

    /** @throws HashingBusy if too many wait already */
    public String hash(String password) {
        return run(() -> String.valueOf(argon2.encode(PasswordText.composed(password))));
    }

    /** Whether the hash was made with other parameters than today's, weaker ones most likely. */
    public boolean isOutdated(String hash) {
        return !hash.startsWith(PARAMETERS);
    }

    /**
     * Whether the hash is the password's; takes as long if there is none, and for what can be nobody's password.
     *
     * @throws HashingBusy if too many wait already
     */
    public boolean matches(String password, @Nullable String hash) {
        if (hash == null || !PasswordText.canBePassword(password)) {
            run(() -> argon2.matches(ANY_TEXT, NOBODYS));
            return false;
        }
        return run(() -> argon2.matches(PasswordText.composed(password), hash));
    }

    private <T> T run(Callable<T> hashing) {
        try {
            if (turns.getQueueLength() >= atATime * WAITING_PER_HASH
                    || !turns.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new HashingBusy();
            }
            try {
                return threads.submit(() -> timer.recordCallable(hashing)).get();
            } finally {
                turns.release();
            }
        } catch (RejectedExecutionException _) { // the service is stopping; another instance is not
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
