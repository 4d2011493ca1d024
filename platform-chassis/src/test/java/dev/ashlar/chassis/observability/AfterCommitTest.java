package dev.ashlar.chassis.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

class AfterCommitTest {

    private final List<@Nullable String> seen = new ArrayList<>();

    @BeforeEach
    void beginATransaction() {
        TransactionSynchronizationManager.initSynchronization();
    }

    @AfterEach
    void endIt() {
        TransactionSynchronizationManager.clearSynchronization();
    }

    @Test
    void runsNothingBeforeTheCommit() {
        AfterCommit.run(() -> seen.add("early"));

        assertThat(seen).isEmpty();
    }

    @Test
    void runsEachWorkWithTheRequestIdOfItsEvent() {
        for (var id : List.of("first", "second")) {
            try (var _ = RequestId.set(id)) {
                AfterCommit.run(() -> seen.add(RequestId.current()));
            }
        }

        TransactionSynchronizationUtils.triggerAfterCommit();

        assertThat(seen).containsExactly("first", "second");
        assertThat(RequestId.current()).isNull();
    }
}
