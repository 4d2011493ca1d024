package dev.ashlar.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.ashlar.testing.Logs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.DefaultApplicationArguments;

class FirstAdminTest {

    @RegisterExtension
    final Logs logs = new Logs();

    private final Users users = mock();
    private final Registration registration = mock();
    private final FirstAdmin first = new FirstAdmin(users, registration,
            new OperatorProperties("root@example.org", "nine purple tractors", new OperatorProperties.Demo("", "")));

    @BeforeEach
    void theAddressIsTaken() {
        when(registration.registerAdmin(any(), any(), any())).thenThrow(new EmailTaken());
    }

    @Test
    void saysNothingWhenAnotherInstanceWasFaster() {
        when(users.existsByAdminTrue()).thenReturn(false, true);

        first.run(new DefaultApplicationArguments());

        assertThat(logs.saying("ADMIN_EMAIL")).isEmpty();
    }

    @Test
    void complainsWhenTheAddressIsAnOrdinaryAccounts() {
        when(users.existsByAdminTrue()).thenReturn(false);

        first.run(new DefaultApplicationArguments());

        assertThat(logs.saying("ADMIN_EMAIL belongs to an ordinary account")).hasSize(1);
    }
}
