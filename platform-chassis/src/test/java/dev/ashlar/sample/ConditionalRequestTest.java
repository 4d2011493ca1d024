package dev.ashlar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.RawHttp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reads compare entity tags weakly, changes strongly (RFC 9110, 13). */
@WithoutStores
class ConditionalRequestTest {

    private static final String ONE = " /api/v1/samples/0198e0a4-0000-7000-8000-00000000000a";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "W/\"7\"", "*", "\"6\", \"7\"", "\"6\",W/\"7\",\"8\"",
            "\"6\"\r\nIf-None-Match: \"7\""})
    void respondsWith304ToTheCurrentVersion(String tags) {
        for (var method : new String[]{"GET", "HEAD"}) {
            var response = new RawHttp(port).send(method + ONE, "If-None-Match: " + tags);

            assertThat(response.status()).isEqualTo(304);
            assertThat(response.body()).isEmpty();
            assertThat(response.header("ETag")).containsExactly("\"7\"");
            assertThat(response.header("Content-Type")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "W/\"6\"", "7", "\"\"", "garbage", ""})
    void sendsTheResourceToAnotherVersion(String tags) {
        var response = new RawHttp(port).send("GET" + ONE, "If-None-Match: " + tags);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("ETag")).containsExactly("\"7\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\"", "\"6\"\r\nIf-Match: \"7\""})
    void changesTheVersionInIfMatch(String tags) {
        assertThat(new RawHttp(port).send("PATCH" + ONE, "If-Match: " + tags).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "W/\"7\"", "\"6\", W/\"7\"", "7", "\"7", "garbage", ""})
    void refusesAnotherVersionInIfMatch(String tags) {
        new RawHttp(port).send("PATCH" + ONE, "If-Match: " + tags).isProblem(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-Modified-Since: yesterday", "If-Unmodified-Since: \"7\"", "Range: bytes=0-1",
            "If-Range: \"7\""})
    void ignoresConditionsOnDatesAndRanges(String header) {
        assertThat(new RawHttp(port).send("GET" + ONE, header).status()).isEqualTo(200);
    }
}
