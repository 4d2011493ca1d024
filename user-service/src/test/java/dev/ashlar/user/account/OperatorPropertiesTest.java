package dev.ashlar.user.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.chassis.secrets.SecretRefused;
import org.junit.jupiter.api.Test;

class OperatorPropertiesTest {

    @Test
    void printsNoPassword() {
        var properties = new OperatorProperties("root@example.org", "s3cret-one",
                new OperatorProperties.Demo("s3cret-two", "s3cret-three"));

        assertThat(properties.toString() + properties.demo()).contains("root@example.org").doesNotContain("s3cret");
    }

    @Test
    void refusesADemoPasswordOutsideTheDemo() {
        assertThatCode(new OperatorProperties.Demo("", "")::requireNone).doesNotThrowAnyException();
        assertThatThrownBy(new OperatorProperties.Demo("", "s3cret-three")::requireNone)
                .isInstanceOf(SecretRefused.class).hasMessageStartingWith("DEMO_SHOPPER_PASSWORD is set")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void requiresBothDemoPasswordsInTheDemo() {
        assertThatCode(new OperatorProperties.Demo("s3cret-two", "s3cret-three")::requireBoth)
                .doesNotThrowAnyException();
        assertThatThrownBy(new OperatorProperties.Demo(" ", "s3cret-three")::requireBoth)
                .isInstanceOf(SecretRefused.class).hasMessageStartingWith("DEMO_ADMIN_PASSWORD is missing");
    }
}
