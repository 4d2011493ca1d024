package dev.ashlar.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9111, sections 3.5, 4.1, 4.3 and 5.2.1: what requests demand. */
class RequestRulesTest {

    private final CachedSite site = new CachedSite();

    @ParameterizedTest
    @ValueSource(strings = {"max-age=100", "min-fresh=10", "max-stale=5", "no-transform", "only-if-cached",
            "extension"})
    void respondsFromTheCache(String directive) {
        site.responds(200, "a", "Cache-Control: max-age=60");
        site.get();
        site.later(10);

        site.get("Cache-Control: " + directive);

        assertThat(site.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cache-Control: max-age=5", "Cache-Control: max-age=0", "Cache-Control: min-fresh=55",
            "Cache-Control: no-cache", "Pragma: no-cache"})
    void asksTheOrigin(String header) {
        site.responds(200, "a", "Cache-Control: max-age=60");
        site.get();
        site.later(10);

        site.get(header);

        assertThat(site.requests).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"max-stale, 1", "max-stale=100, 1", "max-stale=5, 2"})
    void usesAStaleResponseIfTheRequestAllowsIt(String directive, int requests) {
        site.responds(200, "a", "Cache-Control: max-age=60");
        site.get();
        site.later(70);

        site.get("Cache-Control: " + directive);

        assertThat(site.requests).hasSize(requests);
    }

    @ParameterizedTest
    @ValueSource(strings = {"must-revalidate", "proxy-revalidate", "s-maxage=60", "no-cache"})
    void usesNoStaleResponseIfTheOriginForbidsIt(String directive) {
        site.responds(200, "a", "Cache-Control: max-age=60, " + directive);
        site.get();
        site.later(70);

        site.get("Cache-Control: max-stale=1000");

        assertThat(site.requests).hasSize(2);
    }

    @Test
    void refusesOnlyIfCachedWithoutAResponse() {
        assertThatThrownBy(() -> site.get("Cache-Control: only-if-cached")).hasCauseInstanceOf(NotInCache.class);
        assertThat(site.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"max-age=60 | 2", "public, max-age=60 | 1", "s-maxage=60 | 1",
            "max-age=60, must-revalidate | 1"})
    void sharesResponsesToSignedInClientsOnlyIfTheOriginAllowsIt(String policy, int requests) {
        site.responds(200, "a", "Cache-Control: " + policy);
        site.get("Authorization: Bearer a");

        site.get("Authorization: Bearer b");

        assertThat(site.requests).hasSize(requests);
    }

    @Test
    void changesNoSharedResponseByAConfirmationForOneUser() {
        site.responds(200, "a", "Cache-Control: max-age=60", "ETag: \"1\"", "X-Test: all");
        site.get();
        site.responds(304, "", "ETag: \"1\"", "X-Test: one user", "Set-Cookie: a=b");

        var confirmed = site.get("Authorization: Bearer a");

        assertThat(confirmed.header("X-Test")).isEqualTo("one user");
        assertThat(confirmed.header("Set-Cookie")).isEqualTo("a=b");
        assertThat(site.get().header("X-Test")).isEqualTo("all");
        assertThat(site.get().header("Set-Cookie")).isNull();
    }

    @Test
    void keepsNoResponseToARequestWithNoStore() {
        site.responds(200, "a", "Cache-Control: max-age=60");
        site.get("Cache-Control: no-store");

        site.get();

        assertThat(site.requests).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Foo | Foo: 1 | Foo: 1 | 1", "Foo | Foo: 1 | Foo: 2 | 2",
            "foo | Foo: 1 | FOO: 1 | 1",
            "Foo | Foo: 1 | Bar: 1 | 2", "Foo | Bar: 1 | Bar: 2 | 1", "Foo, Bar | Foo: 1; Bar: 2 | Foo: 1; Bar: 2 | 1",
            "Foo, Bar | Foo: 1; Bar: 2 | Foo: 1; Bar: 3 | 2", "Foo | Foo: 1,2 | Foo: 1, 2 | 1",
            "Foo | Foo: 1, 2 | Foo: 1; Foo: 2 | 1"})
    void selectsByTheFieldsOfVary(String vary, String first, String second, int requests) {
        site.responds(200, "a", "Cache-Control: max-age=60", "Vary: " + vary);
        site.get(first.split("; "));

        site.get(second.split("; "));

        assertThat(site.requests).hasSize(requests);
    }

    @Test
    void keepsSeveralVariants() {
        site.responds(200, "a", "Cache-Control: max-age=60", "Vary: Foo");
        site.get("Foo: 1");
        site.responds(200, "b", "Cache-Control: max-age=60", "Vary: Foo");
        site.get("Foo: 2");

        assertThat(site.get("Foo: 1").body()).isEqualTo("a");
        assertThat(site.get("Foo: 2").body()).isEqualTo("b");
        assertThat(site.requests).hasSize(2);
    }

    @Test
    void respondsToHeadFromAGet() {
        site.responds(200, "abc", "Cache-Control: max-age=60");
        site.get();

        var head = site.send("HEAD", "/page");

        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo("3");
        assertThat(site.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-None-Match: \"1\"", "If-None-Match: W/\"1\"", "If-None-Match: \"0\", \"1\"",
            "If-None-Match: *", "If-None-Match: \"a,b\",\"1\"", "If-Modified-Since: @-1000", "If-Modified-Since: @-10"})
    void respondsWith304ToAMatchingCondition(String condition) {
        site.responds(200, "abc", "Cache-Control: max-age=60", "ETag: \"1\"", "Last-Modified: @-1000");
        site.get();

        var answer = site.get(condition);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Content-Length")).isNull();
        assertThat(site.requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-None-Match: \"2\"", "If-None-Match: \"2\"; If-Modified-Since: @0",
            "If-Modified-Since: @-2000", "If-Modified-Since: yesterday"})
    void respondsWithTheWholeToAnotherCondition(String conditions) {
        site.responds(200, "abc", "Cache-Control: max-age=60", "ETag: \"1\"", "Last-Modified: @-1000");
        site.get();

        assertThat(site.get(conditions.split("; ")).status()).isEqualTo(200);
        assertThat(site.requests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"bytes=0-1 | 206 | ab | bytes 0-1/5", "bytes=3- | 206 | de | bytes 3-4/5",
            "bytes=-2 | 206 | de | bytes 3-4/5", "bytes=-9 | 206 | abcde | bytes 0-4/5",
            "bytes=2-9 | 206 | cde | bytes 2-4/5",
            "bytes=5- | 416 | '' | bytes */5", "bytes=0-1,3-4 | 200 | abcde |", "bytes=3-1 | 200 | abcde |",
            "items=0-1 | 200 | abcde |", "bytes=- | 200 | abcde |"})
    void respondsWithAPart(String range, int status, String body, String contentRange) {
        site.responds(200, "abcde", "Cache-Control: max-age=60", "ETag: \"1\"");
        site.get();

        var answer = site.get("Range: " + range);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.header("Content-Range")).isEqualTo(contentRange);
        assertThat(site.requests).hasSize(1);
    }

    @Test
    void respondsWithAPartOnlyOfTheSameVersion() {
        site.responds(200, "abcde", "Cache-Control: max-age=60", "ETag: \"1\"");
        site.get();

        assertThat(site.get("Range: bytes=0-1", "If-Range: \"1\"").status()).isEqualTo(206);
        assertThat(site.get("Range: bytes=0-1", "If-Range: \"2\"").status()).isEqualTo(200);
    }

    @Test
    void storesNoPart() {
        site.responds(206, "ab", "Cache-Control: max-age=60", "Content-Range: bytes 0-1/5");
        site.get("Range: bytes=0-1");

        site.get();

        assertThat(site.requests).hasSize(2);
        assertThat(Fields.first(site.requests.getFirst(), "Range")).isEqualTo("bytes=0-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-Match: \"1\"", "If-Unmodified-Since: @0"})
    void leavesSomeConditionsToTheOrigin(String condition) {
        site.responds(200, "a", "Cache-Control: max-age=60", "ETag: \"1\"");
        site.get();

        site.get(condition);

        assertThat(site.requests).hasSize(2);
    }

    @Test
    void forwardsTheConditionsOfAClientAfterAMiss() {
        site.responds(304, "", "ETag: \"1\"");

        assertThat(site.get("If-None-Match: \"1\"").status()).isEqualTo(304);
        assertThat(Arrays.stream(site.requests.getFirst().getHeaders("If-None-Match"))).hasSize(1);
    }
}
