package dev.ashlar.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ashlar.testing.Logs;
import dev.ashlar.user.attempt.PasswordAttempts;
import dev.ashlar.user.password.HashingBusy;
import dev.ashlar.user.password.PasswordHashing;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The renewal of an outdated hash fails; HashRenewalIT has the rest. */
class CredentialsTest {

    private static final String PASSWORD = "nine purple tractors";
    private static final String OUTDATED = "$argon2i$outdated";

    @RegisterExtension
    final Logs logs = new Logs();

    private final User user = new User("ada@example.org", "Ada", OUTDATED, false, Instant.EPOCH);
    private final Users users = mock();
    private final PasswordHashing hashing = mock();
    private final PasswordAttempts attempts = mock();
    private final PlatformTransactionManager database = mock();
    private final Credentials credentials = new Credentials(users, hashing, attempts,
            new TransactionTemplate(database));

    @BeforeEach
    void registerAUserWithAnOutdatedHash() {
        when(users.findByEmail(user.email())).thenReturn(Optional.of(user));
        when(attempts.succeeds(eq(user.email()), eq(user.id()), any(), any()))
                .thenAnswer(call -> call.getArgument(3, BooleanSupplier.class).getAsBoolean());
        when(hashing.matches(PASSWORD, OUTDATED)).thenReturn(true);
        when(hashing.isOutdated(OUTDATED)).thenReturn(true);
    }

    @Test
    void verifiesThePasswordWhenHashingIsBusyForTheRenewal() {
        when(hashing.hash(PASSWORD)).thenThrow(mock(HashingBusy.class));

        assertVerifiedWithoutRenewal();
    }

    @Test
    void verifiesThePasswordWhenTheDatabaseIsUnavailableForTheRenewal() {
        when(hashing.hash(PASSWORD)).thenReturn("$argon2id$renewed");
        when(database.getTransaction(any())).thenThrow(new CannotCreateTransactionException("unavailable"));

        assertVerifiedWithoutRenewal();
    }

    private void assertVerifiedWithoutRenewal() {
        var verified = credentials.verify(user.email(), PASSWORD, "127.0.0.1");

        assertThat(verified).contains(new Credentials.Verified(user.id(), Set.of("user"), Instant.EPOCH));
        verify(hashing).hash(PASSWORD);
        verify(users, never()).replaceHash(any(), any(), any());
        assertThat(logs.with("user_id", user.id())).singleElement().satisfies(line -> {
            assertThat(line.level()).isEqualTo("WARN");
            assertThat(line.text()).startsWith("Cannot renew an outdated password hash");
            assertThat(line.values()).containsOnlyKeys("user_id", "cause");
            assertThat(line.toString()).doesNotContain("tractors", "argon2");
        });
    }
}
