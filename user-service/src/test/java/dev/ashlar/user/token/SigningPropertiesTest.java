package dev.ashlar.user.token;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SigningPropertiesTest {

    @Test
    void namesTheMissingVariable() {
        var validator = Validation.buildDefaultValidatorFactory().getValidator();

        assertThat(validator.validate(new SigningProperties("", Duration.ofDays(30)))).singleElement()
                .satisfies(violation -> assertThat(violation.getMessage()).contains("SIGNING_KEY_SECRET"));
    }
}
