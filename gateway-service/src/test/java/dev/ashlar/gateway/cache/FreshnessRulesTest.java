package dev.ashlar.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9111, sections 4.2 and 5: each row is the headers of a response, and then the seconds until the second request. */
class FreshnessRulesTest {

    private final CachedSite site = new CachedSite();

    @ParameterizedTest
    @ValueSource(strings = {
            "10 | Cache-Control: max-age=60",
            "10 | Cache-Control: MaX-aGe=60",
            "10 | Cache-Control: max-age=\"60\"",
            "10 | Cache-Control: max-age=0060",
            "10 | Cache-Control: extension=x, max-age=60",
            "10 | Cache-Control: extension=\"max-age=1\", max-age=60",
            "10 | Cache-Control: max-age=60, max-age=60",
            "10 | Cache-Control: public | Cache-Control: max-age=60",
            "10 | Cache-Control: , , max-age=60 ,",
            "10 | Cache-Control: max-age=99999999999999999999",
            "10 | Cache-Control: s-maxage=60",
            "10 | Cache-Control: s-maxage=60, max-age=1",
            "10 | Cache-Control: max-age=60 | Expires: 0",
            "10 | Cache-Control: max-age=60 | Expires: @-100",
            "10 | Cache-Control: public, immutable, max-age=60",
            "10 | Cache-Control: max-age=60, private=\"x-user\"",
            "10 | Date: @0 | Expires: @60",
            "10 | Date: @0 | Expires: @60 | Cache-Control: extension",
            "10 | Date: @0 | Expires: @60 | Pragma: no-cache",
            "10 | Expires: Thu, 18 Aug 2050 02:01:18 GMT",
            "10 | Expires: Thursday, 18-Aug-50 02:01:18 GMT",
            "10 | Expires: Thu Aug 18 02:01:18 2050",
            "10 | Date: @-3000 | Expires: @3000",
            "10 | Cache-Control: max-age=60 | Age: 0",
            "10 | Cache-Control: max-age=60 | Age: abc",
            "10 | Cache-Control: max-age=60 | Age: -100",
            "10 | Cache-Control: max-age=60 | Age: 100.5",
            "10 | Cache-Control: max-age=60 | Age: 0, 100",
            "10 | Cache-Control: max-age=60 | Age: 0 | Age: 100",
            "10 | Last-Modified: @-1000",
            "10 | Cache-Control: public | Last-Modified: @-1000",
            "10 | Cache-Control: no-cache=\"x-user\", max-age=60",
            "10 | CDN-Cache-Control: max-age=60 | Cache-Control: no-store",
            "10 | CDN-Cache-Control: max-age=60 | Cache-Control: max-age=1",
            "10 | CDN-Cache-Control: max-age=60 | Expires: @-100",
            "10 | CDN-Cache-Control: MAX-AGE=1 | Cache-Control: max-age=60",
            "10 | CDN-Cache-Control: max-age=1;; | Cache-Control: max-age=60",
            "10 | CDN-Cache-Control: | Cache-Control: max-age=60",
            "10 | CDN-Cache-Control: max-age=1, max-age=60",
            "10 | CDN-Cache-Control: max-age=60;a=b;c, foo=\"bar, baz\", b=?1",
            "10 | Cache-Control: no-store, must-understand, max-age=60",
            "10 | Cache-Control: max-age=60 | Vary: Accept"})
    void reuses(String row) {
        assertThat(requests(200, row)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "61 | Cache-Control: max-age=60",
            "60 | Cache-Control: max-age=60",
            "1 | Cache-Control: max-age=0",
            "1 | Cache-Control: max-age=-60",
            "1 | Cache-Control: max-age='60'",
            "1 | Cache-Control: max-age=60.5",
            "1 | Cache-Control: max-age=a60",
            "1 | Cache-Control: max-age=60a",
            "1 | Cache-Control: max-age =60",
            "1 | Cache-Control: max-age= 60",
            "1 | Cache-Control: extension=\"max-age=60\"",
            "1 | Cache-Control: extension=\"max-age=60\", max-age=0",
            "1 | Cache-Control: max-age=60, max-age=0",
            "1 | Cache-Control: max-age=60 | Cache-Control: max-age=0",
            "1 | Cache-Control: s-maxage=0, max-age=60",
            "1 | Cache-Control: max-age=0 | Expires: @60",
            "1 | Cache-Control: no-store, max-age=60",
            "1 | Cache-Control: No-StOrE, max-age=60",
            "1 | Cache-Control: private, max-age=60",
            "1 | Cache-Control: PrIvAtE, max-age=60",
            "1 | Cache-Control: private, private=\"x\", max-age=60",
            "1 | Cache-Control: no-cache, max-age=60",
            "1 | Cache-Control: no-cache, s-maxage=60, public",
            "1 | Cache-Control: max-age=60 | Vary: *",
            "1 | Cache-Control: max-age=60 | Vary: Accept, *",
            "1 | Cache-Control: max-age=60 | Set-Cookie: a=b",
            "1 | Cache-Control: max-age=60 | Content-Type: text/event-stream",
            "1 | Cache-Control: max-age=60 | Age: 60",
            "1 | Cache-Control: max-age=60 | Age: 99999999999999999999",
            "1 | Cache-Control: max-age=60 | Date: @-100",
            "1 | Cache-Control: max-age=60 | Age: 100, 0",
            "1 | Expires: 0",
            "1 | Expires: @60 | Date: @100",
            "1 | Expires: Thu, 18 Aug 2050",
            "1 | Expires: @0 | Date: @0",
            "1 | X-Other: 1",
            "1 | CDN-Cache-Control: no-store | Cache-Control: max-age=60",
            "1 | CDN-Cache-Control: private | Cache-Control: max-age=60",
            "1 | CDN-Cache-Control: max-age=0 | Cache-Control: max-age=60",
            "1 | CDN-Cache-Control: max-age=\"60\" | Cache-Control: max-age=60",
            "1 | CDN-Cache-Control: max-age=60, max-age=0 | Cache-Control: max-age=60"})
    void doesNotReuse(String row) {
        assertThat(requests(200, row)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 203, 204, 299, 301, 302, 307, 308, 400, 404, 410, 499, 500, 503, 599})
    void reusesEachStatusWithExplicitFreshness(int status) {
        assertThat(requests(status, "10 | Cache-Control: max-age=60")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501})
    void guessesTheLifetimeOfSomeStatuses(int status) {
        assertThat(requests(status, "10 | Last-Modified: @-1000")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 302, 307, 403, 500, 502, 503, 504, 599})
    void guessesNoLifetimeOfOtherStatuses(int status) {
        assertThat(requests(status, "10 | Last-Modified: @-1000")).isEqualTo(2);
    }

    @Test
    void storesNothingUnderAStatusThatItMustUnderstand() {
        assertThat(requests(599, "1 | Cache-Control: max-age=60, must-understand")).isEqualTo(2);
    }

    @Test
    void addsTheAgeInTheCacheToTheAgeOfTheOrigin() {
        site.responds(200, "a", "Cache-Control: max-age=600", "Age: 30");
        site.get();
        site.later(12);

        assertThat(site.get().header("Age")).isEqualTo("42");
        assertThat(site.get().header("Cache-Status")).isEqualTo("ashlar; hit");
    }

    private int requests(int status, String row) {
        var parts = row.split(" \\| ");
        site.responds(status, "a", Arrays.copyOfRange(parts, 1, parts.length));
        site.get();
        site.later(Long.parseLong(parts[0]));
        assertThat(site.get().status()).isEqualTo(status);
        return site.requests.size();
    }
}
