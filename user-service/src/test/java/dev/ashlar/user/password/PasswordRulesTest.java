package dev.ashlar.user.password;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(strings = {"nine purple tractors", "žluťoučký kůň pěl", "               abcd",
            "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧🐦🐤🦆"})
    void acceptsLongPasswordsOfAnyCharacters(String password) {
        assertThatCode(() -> rules.check(password, "ada@example.org")).doesNotThrowAnyException();
    }

    @Test
    void countsCharactersNotCodeUnits() {
        assertThatThrownBy(() -> rules.check("🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧🐦🐤", "ada@example.org"))
                .isInstanceOf(WeakPassword.class).hasMessage("must have 15 to 128 characters");
    }

    @Test
    void accepts128CharactersAndRefusesMore() {
        var longest = "abcdefgh".repeat(16);

        assertThatCode(() -> rules.check(longest, "ada@example.org")).doesNotThrowAnyException();
        assertThatThrownBy(() -> rules.check(longest + "i", "ada@example.org")).isInstanceOf(WeakPassword.class);
        assertThatThrownBy(() -> rules.check(longest.repeat(500), "ada@example.org")).isInstanceOf(WeakPassword.class);
    }

    @Test
    void refusesFewerThanFiveDifferentCharacters() {
        assertThatThrownBy(() -> rules.check("abcdabcdabcdabcd", "ada@example.org"))
                .hasMessage("must have at least 5 different characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"passwordpassword", "PasswordPassword", "qwertyuiopasdfghjkl", "123456789012345"})
    void refusesCommonPasswordsInAnyCase(String password) {
        assertThatThrownBy(() -> rules.check(password, "ada@example.org"))
                .hasMessage("is one of the most common passwords");
    }

    @Test
    void refusesTheLocalPartOfTheEmailAddressInAnyCase() {
        assertThatThrownBy(() -> rules.check("I am Lovelace, hello", "lovelace@example.org"))
                .hasMessage("must not contain your e-mail address up to the @");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nine purple \ud800tractors", "nine purple tractors\udc00",
            "nine \udd8a\ud83epurple tractors"})
    void refusesUnpairedSurrogates(String password) {
        assertThatThrownBy(() -> rules.check(password, "ada@example.org"))
                .hasMessage("must not contain half of a surrogate pair");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p@example.org", "TR@example.org", "e-p@example.org"})
    void refusesEvenAShortLocalPart(String email) {
        assertThatThrownBy(() -> rules.check("nine-purple tractors", email))
                .hasMessage("must not contain your e-mail address up to the @");
    }

    @Test
    void countsADecomposedCharacterOnce() {
        assertThatThrownBy(() -> rules.check("a\u0301e\u0301i\u0301o\u0301u\u0301".repeat(2), "ada@example.org"))
                .hasMessage("must have 15 to 128 characters");
        assertThatCode(() -> rules.check("a\u0301e\u0301i\u0301o\u0301u\u0301".repeat(25), "ada@example.org"))
                .doesNotThrowAnyException();
    }
}
