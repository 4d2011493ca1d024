package dev.ashlar.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintsTest {

    private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

    record Addressed(@EmailAddress @Nullable String email) {}

    record Named(@PersonName String name) {}

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "a.b+tag@sub.example.co", "admin@ashlar.local",
            "x_y-z@xn--bcher-kva.example"})
    void acceptsEmailAddresses(String email) {
        assertThat(validator.validate(new Addressed(email))).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "ada", "ada@localhost", " ada@example.org", "ada@example.org ", "a..b@example.org",
            ".a@example.org", "ada@-example.org", "ada@example..org", "ada@exa mple.org", "ada@example.org\n",
            "ada\u0000@example.org", "ädä@example.org", "ada@@example.org"})
    void refusesOtherTextWithExactlyOneMessage(@Nullable String email) {
        assertThat(validator.validate(new Addressed(email))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {255, 60_000})
    void refusesOverlongAddresses(int length) {
        assertThat(validator.validate(new Addressed("a@" + "b.".repeat(length / 2) + "org"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada", "Ada Lovelace", "Łukasz O'Neill-Żak", "李小龙", "👩‍🚀"})
    void acceptsNames(String name) {
        assertThat(validator.validate(new Named(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u00a0", "Ada\nLovelace", "Ada\u0000", "Ada\ud800", "Ada\u2028",
            "\u200b\u2060", "\u202eadA", "Ada\u2066"})
    void refusesBlankNamesAndControlCharacters(String name) {
        assertThat(validator.validate(new Named(name))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 60_000})
    void refusesOverlongNames(int length) {
        assertThat(validator.validate(new Named("a".repeat(length)))).hasSize(1);
    }
}
