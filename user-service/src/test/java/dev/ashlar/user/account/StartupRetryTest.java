package dev.ashlar.user.account;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.ashlar.user.password.HashingBusy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartupRetryTest {

    private final Runnable step = mock();

    @Test
    void repeatsAStepWhileHashingIsBusy() {
        doThrow(HashingBusy.class).doThrow(HashingBusy.class).doNothing().when(step).run();

        StartupRetry.run(step);

        verify(step, times(3)).run();
    }

    @Test
    void runsASuccessfulStepOnce() {
        doNothing().when(step).run();

        StartupRetry.run(step);

        verify(step).run();
    }

    @Test
    void throwsTheFaultAfterTheMaximumTime() {
        doThrow(HashingBusy.class).when(step).run();

        assertThatExceptionOfType(HashingBusy.class).isThrownBy(() -> StartupRetry.run(step, Duration.ZERO));
    }

    @Test
    void doesNotRepeatAnyOtherFault() {
        doThrow(AccountRefused.EmailTaken.class).when(step).run();

        assertThatExceptionOfType(AccountRefused.EmailTaken.class).isThrownBy(() -> StartupRetry.run(step));
        verify(step).run();
    }
}
