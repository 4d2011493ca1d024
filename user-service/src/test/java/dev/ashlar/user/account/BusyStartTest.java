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

class BusyStartTest {

    private final Runnable step = mock();

    @Test
    void triesAgainUntilAPasswordIsHashed() {
        doThrow(HashingBusy.class).doThrow(HashingBusy.class).doNothing().when(step).run();

        BusyStart.insist(step);

        verify(step, times(3)).run();
    }

    @Test
    void doesOnceWhatSucceeds() {
        doNothing().when(step).run();

        BusyStart.insist(step);

        verify(step).run();
    }

    @Test
    void givesUpAtLast() {
        doThrow(HashingBusy.class).when(step).run();

        assertThatExceptionOfType(HashingBusy.class).isThrownBy(() -> BusyStart.insist(step, Duration.ZERO));
    }

    @Test
    void doesNotRepeatWhatFailsOtherwise() {
        doThrow(EmailTaken.class).when(step).run();

        assertThatExceptionOfType(EmailTaken.class).isThrownBy(() -> BusyStart.insist(step));
        verify(step).run();
    }
}
