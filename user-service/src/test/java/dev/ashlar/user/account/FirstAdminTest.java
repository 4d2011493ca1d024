package dev.ashlar.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ashlar.testing.Logs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.DefaultApplicationArguments;

/** Another account has the address when this instance registers it; OperatorAccountsIT has the rest. */
class FirstAdminTest {

    private static final String EMAIL = "root@example.org";
    private static final String PASSWORD = "nine purple tractors";

    @RegisterExtension
    final Logs logs = new Logs();

    private final Users users = mock();
    private final Accounts accounts = mock();
    private final FirstAdmin firstAdmin = new FirstAdmin(users, accounts,
            new OperatorProperties(EMAIL, PASSWORD, new OperatorProperties.Demo("", "")));

    @BeforeEach
    void takeTheAddress() {
        when(accounts.registerAdmin(EMAIL, "Administrator", PASSWORD)).thenThrow(new AccountRefused.EmailTaken());
    }

    @Test
    void acceptsTheAdministratorThatAnotherInstanceCreatesAtTheSameTime() {
        when(users.existsByAdminTrue()).thenReturn(false, true);

        firstAdmin.run(new DefaultApplicationArguments());

        verify(accounts).registerAdmin(EMAIL, "Administrator", PASSWORD);
        verify(users, times(2)).existsByAdminTrue();
        assertThat(logs.of(FirstAdmin.class.getName())).isEmpty();
    }

    @Test
    void logsAnErrorWhenTheAddressBelongsToAnOrdinaryAccount() {
        when(users.existsByAdminTrue()).thenReturn(false);

        firstAdmin.run(new DefaultApplicationArguments());

        verify(accounts).registerAdmin(EMAIL, "Administrator", PASSWORD);
        assertThat(logs.of(FirstAdmin.class.getName())).singleElement().satisfies(line -> {
            assertThat(line.level()).isEqualTo("ERROR");
            assertThat(line.text()).startsWith("ADMIN_EMAIL belongs to an ordinary account");
            assertThat(line.toString()).doesNotContain(EMAIL, PASSWORD);
        });
    }
}
