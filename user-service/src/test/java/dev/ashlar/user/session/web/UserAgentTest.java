package dev.ashlar.user.session.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserAgentTest {

    @Test
    void keepsWhatAClientCallsItself() {
        assertThat(UserAgent.of("curl/8.5.0")).isEqualTo("curl/8.5.0");
    }

    @Test
    void stripsWhatCanNotBeStored() {
        assertThat(UserAgent.of("\u0000curl\ud800/8.5.0\u009f")).isEqualTo("curl /8.5.0");
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(UserAgent.of("x".repeat(300))).hasSize(255);
    }

    @Test
    void isNoneIfBlank() {
        assertThat(UserAgent.of(" ")).isNull();
        assertThat(UserAgent.of(null)).isNull();
    }
}
