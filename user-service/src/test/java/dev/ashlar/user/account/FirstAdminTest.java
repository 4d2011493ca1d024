package dev.ashlar.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FirstAdminTest {

    private final Users users = mock();
    private final Registration registration = mock();
    private final FirstAdmin first = new FirstAdmin(users, registration,
            new OperatorProperties("root@example.org", "nine purple tractors", new OperatorProperties.Demo("", "")));

    @BeforeEach
    void theAddressIsTaken() {
        when(registration.registerAdmin(any(), any(), any())).thenThrow(new EmailTaken());
    }

    @Test
    void saysNothingWhenAnotherInstanceWasFaster(CapturedOutput output) {
        when(users.existsByAdminTrue()).thenReturn(false, true);

        first.run(new DefaultApplicationArguments());

        assertThat(output).doesNotContain("ADMIN_EMAIL");
    }

    @Test
    void complainsWhenTheAddressIsAnOrdinaryAccounts(CapturedOutput output) {
        when(users.existsByAdminTrue()).thenReturn(false);

        first.run(new DefaultApplicationArguments());

        assertThat(output).contains("ADMIN_EMAIL belongs to an ordinary account");
    }
}
