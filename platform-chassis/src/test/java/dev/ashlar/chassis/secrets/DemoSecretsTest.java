package dev.ashlar.chassis.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class DemoSecretsTest {

    private final SpringApplication application = new SpringApplication(Object.class);
    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @ValueSource(strings = {"demo-only-orders", "redis://default:demo-only-sessions@redis:6379",
            "jdbc:postgresql://db/ashlar?user=u&password=demo-only-orders"})
    void areRefusedAsAValueAndInAUrl(String value) {
        environment.setProperty("ANY_NAME", value);

        assertThatExceptionOfType(SecretRefused.class).isThrownBy(this::check)
                .withMessageStartingWith("ANY_NAME ").withMessageNotContaining("demo-only-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a secret of one's own", "demo", "/srv/demo-only-files/a", "https://demo-only-host/"})
    void doNotMatchOtherValues(String value) {
        environment.setProperty("ANY_NAME", value);

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void areAllowedInTheDemoProfile() {
        environment.setProperty("ANY_NAME", "demo-only-orders");
        environment.setActiveProfiles("demo");

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void refuseTheStartWithAMessageForOperators(CapturedOutput output) {
        application.setWebApplicationType(WebApplicationType.NONE);

        assertThatExceptionOfType(SecretRefused.class)
                .isThrownBy(() -> application.run("--spring.datasource.password=demo-only-orders"));

        assertThat(output).contains("APPLICATION FAILED TO START", "spring.datasource.password is a secret of the demo")
                .doesNotContain("demo-only-orders", "\tat ");
    }

    private void check() {
        new DemoSecrets().postProcessEnvironment(environment, application);
    }
}
