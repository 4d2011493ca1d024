package dev.ashlar.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9111, sections 4.3 and 4.4, and RFC 5861. */
class ValidationRulesTest {

    private final CachedSite site = new CachedSite();

    @Test
    void confirmsAStaleResponse() {
        site.responds(200, "a", "Cache-Control: max-age=60", "ETag: W/\"1\"", "Last-Modified: @-1000", "X-Test: 1",
                "Content-Length: 1");
        site.get();
        site.later(70);
        site.responds(304, "", "ETag: W/\"1\"", "X-Test: 2", "Content-Length: 99", "Cache-Control: max-age=100");

        var answer = site.get();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("a");
        assertThat(answer.header("X-Test")).isEqualTo("2");
        assertThat(answer.header("Content-Length")).isEqualTo("1");
        assertThat(answer.header("Age")).isEqualTo("0");
        assertThat(answer.header("Cache-Status")).isEqualTo("ashlar; fwd=stale; fwd-status=304");
        assertThat(Fields.first(site.requests.getLast(), "If-None-Match")).isEqualTo("W/\"1\"");
        assertThat(site.requests.getLast().containsHeader("If-Modified-Since")).isTrue();
        site.later(90);
        assertThat(site.get().header("X-Test")).isEqualTo("2");
        assertThat(site.requests).hasSize(2);
    }

    @Test
    void replacesAStaleResponse() {
        site.responds(200, "a", "Cache-Control: max-age=60", "ETag: \"1\"");
        site.get();
        site.later(70);
        site.responds(200, "b", "Cache-Control: max-age=60", "ETag: \"2\"");

        assertThat(site.get("If-None-Match: \"1\"").body()).isEqualTo("b");
        assertThat(site.get().body()).isEqualTo("b");
        assertThat(site.requests).hasSize(2);
    }

    @Test
    void requestsTheWholeIfAConfirmationIsAboutAnotherVersion() {
        site.responds(200, "a", "Cache-Control: max-age=60", "ETag: \"1\"");
        site.get();
        site.later(70);
        site.responds(request -> request.containsHeader("If-None-Match")
                ? site.response(304, "", "ETag: \"2\"")
                : site.response(200, "b", "ETag: \"2\""));

        assertThat(site.get().body()).isEqualTo("b");
    }

    @Test
    void respondsWith304ToAClientWhoseConditionTheConfirmedResponseMatches() {
        site.responds(200, "a", "Cache-Control: no-cache", "ETag: \"1\"");
        site.get();
        site.responds(304, "", "ETag: \"1\"");

        assertThat(site.get("If-None-Match: \"1\"").status()).isEqualTo(304);
        assertThat(site.get().status()).isEqualTo(200);
    }

    @Test
    void omitsFieldsThatNeedValidationOrArePrivate() {
        site.responds(200, "a", "Cache-Control: max-age=60, no-cache=\"X-A, X-B\", private=\"X-C\"", "X-A: 1", "X-B: 1",
                "X-C: 1", "X-D: 1");
        site.get();

        var answer = site.get();

        assertThat(site.requests).hasSize(1);
        assertThat(answer.response().containsHeader("X-A")).isFalse();
        assertThat(answer.response().containsHeader("X-B")).isFalse();
        assertThat(answer.response().containsHeader("X-C")).isFalse();
        assertThat(answer.response().containsHeader("X-D")).isTrue();
    }

    @Test
    void storesNoFieldOfTheConnection() {
        site.responds(200, "a", "Cache-Control: max-age=60", "Connection: X-A", "X-A: 1", "Keep-Alive: timeout=5",
                "X-B: 1");
        site.get();

        var answer = site.get();

        assertThat(answer.response().getHeaders()).extracting("name").doesNotContain("Connection", "X-A", "Keep-Alive")
                .contains("X-B", "Date");
    }

    @Test
    void usesAStaleResponseWhileOneRequestRefreshesIt() {
        site.responds(200, "a", "Cache-Control: max-age=60, stale-while-revalidate=60");
        site.get();
        site.later(70);
        site.responds(200, "b", "Cache-Control: max-age=60, stale-while-revalidate=60");

        assertThat(site.get().body()).isEqualTo("a");
        await().untilAsserted(() -> assertThat(site.get().body()).isEqualTo("b"));
        assertThat(site.requests).hasSize(2);
    }

    @Test
    void waitsForTheOriginAfterTheTimeForStaleResponses() {
        site.responds(200, "a", "Cache-Control: max-age=60, stale-while-revalidate=60");
        site.get();
        site.later(121);
        site.responds(200, "b", "Cache-Control: max-age=60");

        assertThat(site.get().body()).isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void usesAStaleResponseIfTheOriginFails(int status) {
        site.responds(200, "a", "Cache-Control: max-age=60, stale-if-error=60");
        site.get();
        site.later(70);
        site.responds(status, "error");

        assertThat(site.get().body()).isEqualTo("a");
    }

    @Test
    void usesAStaleResponseIfTheOriginIsDown() {
        site.responds(200, "a", "Cache-Control: max-age=60, stale-if-error=60");
        site.get();
        site.later(70);
        site.fails();

        assertThat(site.get().body()).isEqualTo("a");
        site.later(60);
        assertThatThrownBy(site::get).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"must-revalidate", "proxy-revalidate", "no-cache", "s-maxage=1"})
    void usesNoStaleResponseAfterAFailureIfTheOriginForbidsIt(String directive) {
        site.responds(200, "a", "Cache-Control: max-age=60, stale-if-error=60, " + directive);
        site.get();
        site.later(70);
        site.responds(503, "error");

        assertThat(site.get().status()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({"POST, 2", "PUT, 2", "DELETE, 2", "PATCH, 2", "M-SEARCH, 2"})
    void requestsAgainAfterAnUnsafeRequest(String method, int requests) {
        site.responds(200, "a", "Cache-Control: max-age=60");
        site.get();

        site.send(method, "/page");
        site.get();

        assertThat(site.requests).hasSize(requests + 1);
    }

    @Test
    void keepsTheResponseAfterAnUnsafeRequestThatFailed() {
        site.responds(200, "a", "Cache-Control: max-age=60");
        site.get();
        site.responds(500, "error");
        site.send("POST", "/page");

        assertThat(site.get().body()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource({"Location, /page, 3", "Content-Location, page, 3", "Location, http://site/page, 3",
            "Location, http://instance:1/page, 3", "Location, http://other/page, 2", "Location, http://[, 2"})
    void requestsAgainWhatAnUnsafeRequestNames(String field, String location, int requests) {
        site.responds(200, "a", "Cache-Control: max-age=60");
        site.get();
        site.responds(201, "", field + ": " + location);
        site.send("POST", "/other");
        site.responds(200, "b");

        site.get();

        assertThat(site.requests).hasSize(requests);
    }

    @Test
    void updatesAStoredResponseByHead() {
        site.responds(200, "a", "Cache-Control: max-age=60", "ETag: \"1\"", "X-Test: 1");
        site.get();
        site.later(70);
        site.responds(_ -> {
            var head = site.response(200, "", "Cache-Control: max-age=60", "ETag: \"1\"", "X-Test: 2");
            head.setEntity(null);
            return head;
        });
        site.send("HEAD", "/page");

        assertThat(site.get().header("X-Test")).isEqualTo("2");
        assertThat(site.requests).hasSize(2);
    }
}
