package dev.ashlar.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.ashlar.testing.Logs;
import dev.ashlar.user.password.HashingBusy;
import dev.ashlar.user.password.PasswordHashing;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log-in never fails because of it. */
class HashRenewalTest {

    @RegisterExtension
    final Logs logs = new Logs();

    private final User user = new User("ada@example.org", "Ada", "$argon2i$outdated", false, Instant.EPOCH);
    private final PasswordHashing hashing = mock();
    private final PlatformTransactionManager database = mock();
    private final HashRenewal renewal = new HashRenewal(mock(), hashing, new TransactionTemplate(database));

    @BeforeEach
    void theHashIsOutdated() {
        when(hashing.isOutdated("$argon2i$outdated")).thenReturn(true);
    }

    @Test
    void waitsForTheNextLogInWhenHashingIsBusy() {
        when(hashing.hash("nine purple tractors")).thenThrow(mock(HashingBusy.class));

        assertThatCode(() -> renewal.renew(user, "nine purple tractors")).doesNotThrowAnyException();

        assertThat(logs.saying("stays until the next log-in")).hasSize(1).asString().doesNotContain("tractors");
    }

    @Test
    void waitsForTheNextLogInWhenTheDatabaseIsAway() {
        when(hashing.hash(any())).thenReturn("$argon2id$renewed");
        when(database.getTransaction(any())).thenThrow(new CannotCreateTransactionException("away"));

        assertThatCode(() -> renewal.renew(user, "nine purple tractors")).doesNotThrowAnyException();

        assertThat(logs.saying("stays until the next log-in")).hasSize(1).asString().doesNotContain("tractors");
    }
}
