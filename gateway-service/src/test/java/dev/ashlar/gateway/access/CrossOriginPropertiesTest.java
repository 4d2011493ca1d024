package dev.ashlar.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossOriginPropertiesTest {

    private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "http://localhost:3000", "*"})
    void acceptsAnOrigin(String origin) {
        assertThat(validator.validate(new CrossOriginProperties(List.of(origin)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop.example", "https://shop.example/", "https://shop.example/page"})
    void rejectsAnInvalidOrigin(String origin) {
        assertThat(validator.validate(new CrossOriginProperties(List.of(origin)))).hasSize(1);
    }
}
