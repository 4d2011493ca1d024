package dev.ashlar.chassis.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\"", "\"6\",W/\"6\",\"7\"", "\"6,8\", \"7\""})
    void acceptsTheCurrentVersion(String ifMatch) {
        assertThatCode(() -> ETags.requireMatch(ifMatch, 7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "", "\"6,*,8\"", "\"*\"", "\"6,\"7\",8\"", "\"6", "\"7",
            "\"6\" \"7\"", "*, \"6\"", "x*", "\"7\" x", "\"7\","})
    void refusesOtherVersionsAndMalformedTags(String ifMatch) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> ETags.requireMatch(ifMatch, 7))
                .matches(problem -> problem.getStatusCode().value() == 412);
    }
}
