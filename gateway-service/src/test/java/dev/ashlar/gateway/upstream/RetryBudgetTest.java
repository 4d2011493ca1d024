package dev.ashlar.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    private final RetryBudget budget = new RetryBudget();

    @Test
    void allowsTenRetriesAtOnce() {
        assertThat(IntStream.range(0, 20).filter(_ -> budget.tryRetry())).hasSize(10);
    }

    @Test
    void allowsOneRetryForFiveRequestsInTheLongRun() {
        var retries = IntStream.range(0, 10_000).filter(_ -> {
            budget.request();
            return budget.tryRetry();
        }).count();

        assertThat(retries).isBetween(2_000L, 2_010L);
    }
}
