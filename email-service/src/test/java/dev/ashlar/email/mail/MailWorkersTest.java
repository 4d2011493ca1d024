package dev.ashlar.email.mail;

import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class MailWorkersTest {

    private final EmailQueue queue = mock();
    private final EmailSender sender = mock();
    private final MailWorkers workers = new MailWorkers(queue, sender, new MailProperties("shop@ashlar.local", 1,
            Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0));

    @AfterEach
    void stop() {
        workers.stop();
    }

    @Test
    void continueAfterAnyException() throws Exception {
        when(sender.sendNext()).thenThrow(new DataAccessResourceFailureException("away"))
                .thenThrow(new IllegalStateException("a fault")).thenReturn(Duration.ZERO)
                .thenReturn(Duration.ofSeconds(1));

        workers.start();

        await().untilAsserted(() -> verify(sender, atLeast(4)).sendNext());
        verify(queue, atLeast(3)).awaitMail(any());
    }
}
