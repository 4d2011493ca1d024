package dev.ashlar.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

class AcceptanceTest {

    private final Acceptance acceptance = new Acceptance();

    @Test
    void isNoneWhileAnotherOperationGoesOn() {
        acceptance.ask();
        acceptance.answered(false);

        assertThat(acceptance.isAcceptedInTheEnd()).isFalse();
    }

    @Test
    void isAwaitedWhileAnAttemptIsUnderWay() {
        acceptance.ask();
        var accepted = CompletableFuture.supplyAsync(acceptance::isAcceptedInTheEnd);
        assertThat(accepted).isNotDone();

        acceptance.answered(true);

        assertThat(accepted.join()).isTrue();
    }

    @Test
    void comesFromNoFurtherAttemptAfterCtrlC() {
        acceptance.isAcceptedInTheEnd();

        var attempt = Thread.ofVirtual().start(acceptance::ask);

        await().until(() -> attempt.getState() == Thread.State.WAITING);
    }
}
