package dev.ashlar.user.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.user.UserServiceTest;
import dev.ashlar.user.attempt.AttemptStore.Attempt;
import dev.ashlar.user.attempt.AttemptStore.Begun;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@UserServiceTest
class AttemptStoreIT {

    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final String account = UUID.randomUUID() + "@example.org";

    @Autowired
    AttemptStore store;

    @Test
    void dropsAFailureAtTheEndOfItsWindowEvenIfRefusedAttemptsContinue() {
        var failure = attempt();
        store.begin(failure, WINDOW, 1, 100);
        store.failed(failure);

        var refused = begin();
        assertThat(refused.reached()).isEqualTo(1);
        assertThat(refused.waitMillis()).isBetween(1L, WINDOW.toMillis());

        await().until(() -> begin().reached() == 0);
    }

    private Begun begin() {
        return store.begin(attempt(), WINDOW, 1, 100);
    }

    private Attempt attempt() {
        return Attempt.on(account, "10.0.0.1");
    }
}
