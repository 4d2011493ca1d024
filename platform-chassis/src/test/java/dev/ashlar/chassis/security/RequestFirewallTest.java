package dev.ashlar.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestFirewallTest {

    /** The rules before this class had loops. */
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7E\\x80-\\xFF]*");
    private static final Pattern NAME = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");

    @Test
    void acceptsTheSameHeaderValuesAsItsRegularExpression() {
        assertThat(characters()).allSatisfy(text -> assertThat(RequestFirewall.isHeaderValue(text))
                .isEqualTo(HEADER_VALUE.matcher(text).matches()));
    }

    @Test
    void acceptsTheSameNamesAsSpringsRegularExpression() {
        assertThat(characters()).allSatisfy(text -> assertThat(RequestFirewall.isPrintable(text))
                .isEqualTo(NAME.matcher(text).matches()));
    }

    @Test
    void refusesOneControlCharacterAmongOthers() {
        assertThat(RequestFirewall.isHeaderValue("a\r\nb")).isFalse();
        assertThat(RequestFirewall.isPrintable("a\0b")).isFalse();
    }

    private static List<String> characters() {
        return IntStream.rangeClosed(0, 0x2FFF).mapToObj(Character::toString).toList();
    }
}
