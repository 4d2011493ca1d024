package dev.ashlar.user.password;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id at m = 19456 KiB, t = 2, p = 1 (OWASP Password Storage Cheat Sheet), as many at a time as there are cores.
 * On platform threads of its own: on virtual ones, hashing would hold every carrier and stop all other requests.
 */
@Component
public class PasswordHashing implements DisposableBean {

    /** What an unknown account's password is compared with: it costs the same and never matches. */
    private static final String NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA"
            + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int WAITING_PER_CORE = 20;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(CORES, CORES, 30, TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(CORES * WAITING_PER_CORE), Thread.ofPlatform().name("argon2-", 1).factory());

    PasswordHashing() {
        threads.allowCoreThreadTimeOut(true);
    }

    /** @throws HashingBusy if too many wait already */
    public String hash(String password) {
        return run(() -> String.valueOf(argon2.encode(password)));
    }

    /**
     * Whether the hash is the password's; takes as long if there is none, and for what can be nobody's password.
     *
     * @throws HashingBusy if too many wait already
     */
    public boolean matches(String password, @Nullable String hash) {
        if (hash == null || !PasswordRules.isText(password)) {
            run(() -> argon2.matches("", NOBODYS));
            return false;
        }
        return run(() -> argon2.matches(password, hash));
    }

    private <T> T run(Callable<T> hashing) {
        try {
            return result(threads.submit(hashing));
        } catch (RejectedExecutionException e) {
            throw new HashingBusy(e);
        }
    }

    private static <T> T result(Future<T> hashing) {
        try {
            return hashing.get();
        } catch (InterruptedException e) {
            hashing.cancel(false);
            Thread.currentThread().interrupt();
            throw new HashingBusy(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Hashing failed", e.getCause());
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
