package dev.ashlar.order.order;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.CannotCreateTransactionException;

class OverdueOrdersTest {

    @Test
    void waitForADatabaseThatIsAway() {
        OrderLifecycle lifecycle = mock();
        when(lifecycle.rejectOverdue(any(), anyInt())).thenThrow(new CannotCreateTransactionException("away"));

        assertThatCode(new OverdueOrders(lifecycle, new OrderProperties(Duration.ofDays(1)), Clock.systemUTC())::sweep)
                .doesNotThrowAnyException();
    }
}
