package dev.ashlar.pictures.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class MediaFileTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    private final MediaFile file = MediaFile.of(HASH + "-320.png").orElseThrow();
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @ParameterizedTest
    @ValueSource(strings = {"", ".png", "a.png", "../../secret", "%2e%2e.png", "0123456789ABCDEF.png"})
    void refusesOtherNames(String name) {
        assertThat(MediaFile.of(name)).isEmpty();
        assertThat(MediaFile.of(HASH + name + "/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".gif", ".svg", ".html", ".jpeg", "-321.png", "-320-320.png", ".PNG", ".png ", ".png\n"})
    void refusesOtherEndings(String ending) {
        assertThat(MediaFile.of(HASH + ending)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-9", "bytes=5-", "bytes=-7"})
    void usesASingleRange(String range) {
        request.addHeader("Range", range);

        assertThat(file.range(request)).isEqualTo(range);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-9,20-29", "bytes=9-0", "bytes=-", "bytes=", "lines=1-2", "bytes=a-b",
            "bytes=0-9999999999999999999999"})
    void ignoresOtherRanges(String range) {
        request.addHeader("Range", range);

        assertThat(file.range(request)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"\"other\", false", "\"HASH-320\", true", "W/\"HASH-320\", false"})
    void usesARangeOnlyIfTheClientHasTheSameFile(String ifRange, boolean used) {
        request.addHeader("Range", "bytes=0-9");
        request.addHeader("If-Range", ifRange.replace("HASH", HASH));

        assertThat(file.range(request) != null).isEqualTo(used);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"*; true", "\"HASH-320\"; true", "W/\"HASH-320\"; true",
            "\"a\", \"HASH-320\"; true", "\"HASH\"; false", "HASH-320; false"})
    void comparesTagsWeakly(String ifNoneMatch, boolean known) {
        request.addHeader("If-None-Match", ifNoneMatch.replace("HASH", HASH));

        assertThat(file.isKnownTo(request)).isEqualTo(known);
    }

    @Test
    void isUnknownToAClientWithoutCondition() {
        assertThat(file.isKnownTo(request)).isFalse();
    }
}
