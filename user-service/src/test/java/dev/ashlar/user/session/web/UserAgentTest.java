package dev.ashlar.user.session.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserAgentTest {

    @Test
    void keepsPrintableText() {
        assertThat(UserAgent.of("curl/8.5.0")).isEqualTo("curl/8.5.0");
    }

    @Test
    void readsUtf8() {
        assertThat(UserAgent.of(sent("Приложение/1.0 😀"))).isEqualTo("Приложение/1.0 😀");
    }

    @Test
    void replacesControlCharacters() {
        assertThat(UserAgent.of("\u0000curl\u0001/8.5.0\u007f")).isEqualTo("curl /8.5.0");
        assertThat(UserAgent.of("curl/\u0085")).isEqualTo("curl/\ufffd");
    }

    @Test
    void cutsLongTextBetweenCharacters() {
        assertThat(UserAgent.of("x".repeat(300))).hasSize(255);
        assertThat(UserAgent.of(sent("😀".repeat(300)))).isEqualTo("😀".repeat(255));
    }

    @Test
    void returnsNullForBlankText() {
        assertThat(UserAgent.of(" ")).isNull();
        assertThat(UserAgent.of(null)).isNull();
    }

    private static String sent(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
