package dev.ashlar.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaptureBudgetTest {

    private final CaptureBudget budget = new CaptureBudget(100);

    @Test
    void grantsNoMoreThanItsBytes() {
        assertThat(budget.tryTake(60)).isTrue();
        assertThat(budget.tryTake(50)).isFalse();
        assertThat(budget.tryTake(40)).isTrue();
    }

    @Test
    void grantsBytesAgainThatWereGivenBack() {
        budget.tryTake(100);

        budget.giveBack(30);

        assertThat(budget.tryTake(30)).isTrue();
        assertThat(budget.tryTake(1)).isFalse();
    }
}
