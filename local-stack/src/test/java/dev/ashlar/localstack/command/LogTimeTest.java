package dev.ashlar.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTimeTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-28T13:10:30.083+01:00  INFO Started",
            "2026-11-28 12:10:30.083 UTC [8394] LOG:  ready",
            "[2026-11-28T12:10:30.083Z] WARN", "\u001b[2m2026-11-28T12:10:30.083Z\u001b[0;39m INFO"})
    void isFoundInTheFormatOfEachPart(String line) {
        assertThat(LogTime.of(line)).contains("2026-11-28T12:10:30.083");
    }

    @Test
    void isFoundInTheFormatOfRedis() {
        assertThat(LogTime.of("8277:M 28 Nov 2026 12:08:29.500 # Server initialized")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\tat dev.ashlar.Somewhere", "2026-99-99T12:10:30.083Z"})
    void isMissingInOtherLines(String line) {
        assertThat(LogTime.of(line)).isEmpty();
    }
}
