package dev.ashlar.email.mail;

import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class CouriersTest {

    private final MailProperties alone = new MailProperties("shop@ashlar.local", 1, Duration.ZERO, Duration.ZERO,
            Duration.ZERO, Duration.ZERO, Duration.ZERO);
    private final Round round = mock();
    private final Couriers couriers = new Couriers(round, new Doorbell(alone), alone);

    @AfterEach
    void stop() {
        couriers.stop();
    }

    @Test
    void goOnWhateverARoundRunsInto() {
        when(round.run()).thenThrow(new DataAccessResourceFailureException("away"))
                .thenThrow(new IllegalStateException("a fault")).thenReturn(false);

        couriers.start();

        await().untilAsserted(() -> verify(round, atLeast(3)).run());
    }
}
