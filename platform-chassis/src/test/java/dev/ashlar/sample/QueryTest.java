package dev.ashlar.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.RawResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each query parameter and id has exactly one valid form. */
@WithoutStores
class QueryTest {

    private static final String ID = "0198e0a4-0000-7000-8000-00000000000a";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?limit=1", "?limit=100", "?%6cimit=5", "?q=", "?q=a%20b+c", "?q=%C3%A9",
            "?min_price=0", "?min_price=10.50", "?since=2026-01-31T12:00:00Z", "?since=2026-01-31T12:00:00.5Z",
            "?since=2026-01-31T12:00:00%2B01:00", "?batch=" + ID, "?batch=0198E0A4-0000-7000-8000-00000000000A"})
    void acceptsValidQueries(String query) {
        assertThat(get(query).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "101", "1000", "99999999999", "%2B1", "+1", "01", "%201", "1%20", "1.0",
            "5.0", "1e1", "0x1", "x", "%D9%A1", "%EF%BC%91", "1%00", "1,2", "null", "NaN"})
    void refusesALimitOtherThan1To100(String limit) {
        get("?limit=" + limit).refuses("limit");
    }

    @ParameterizedTest
    @CsvSource({"batch,''", "batch,1", "batch,1-1-1-1-1", "batch,AZjgpAAAcACAAAAAAAAACg", "batch,%20" + ID,
            "min_price,''", "min_price,1e2", "min_price,.5", "min_price,1.", "min_price,%2B1", "min_price,NaN",
            "since,''", "since,yesterday", "since,2026-01-31", "since,2026-01-31T12:00:00",
            "since,2026-01-31T12:00:00.Z", "since,2026-01-31T12:00Z", "since,1769860800",
            "since,2026-02-30T12:00:00Z", "since,2026-01-31T24:00:00Z", "since,%2B10000-01-31T12:00:00Z",
            "since,'Sat, 31 Jan 2026 12:00:00 GMT'"})
    void refusesEachParameterInAnotherForm(String name, String value) {
        get("?" + name + "=" + value.replace(" ", "%20")).refuses(name);
    }

    @ParameterizedTest
    @CsvSource({"unknown=1,unknown", "limit=1&limit=1,limit", "limit=1&%6cimit=1,limit", "Limit=1,Limit", "q&q,q",
            "q=a&q=,q", "=1,''", "access_token=x,access_token", "limit%5B%5D=1,limit[]", "a.b=1,a.b"})
    void refusesUnknownAndRepeatedParameters(String query, String field) {
        get("?" + query).refuses(field);
    }

    @ParameterizedTest
    @CsvSource({"GET /health", "POST /api/v1/samples/" + ID + "/rest", "DELETE /api/v1/samples/" + ID})
    void refusesParametersOfEndpointsWithoutAny(String start) {
        new RawHttp(port).send(start + "?a=1").refuses("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff", "%c0%af", "%ed%a0%80", "%", "%2", "%zz", "%u0041", "%00", "a%0ab", "%7f"})
    void refusesTextThatIsNotUtf8(String words) {
        get("?q=" + words).refuses("q");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "me", "1-1-1-1-1", "0198e0a400007000800000000000000a", "AZjgpAAAcACAAAAAAAAACg",
            "0198e0a4-0000-7000-8000-00000000000g", "%C3%A9", "undefined", "null", "0198e0a4-0000-7000-8000",
            "%7B0198e0a4-0000-7000-8000-00000000000a%7D", "0198e0a4-0000-7000-8000-00000000000a%20"})
    void refusesIdsThatAreNotUuids(String id) {
        new RawHttp(port).send("GET /api/v1/samples/" + id).refuses("id");
        new RawHttp(port).send("DELETE /api/v1/samples/" + id).refuses("id");
    }

    @Test
    void continuesAfterTheCursor() {
        var page = get("?limit=2").json();

        assertThat(get("?limit=2&cursor=" + page.path("next_cursor").asString()).json().path("items").toString())
                .isEqualTo("[2,3]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!", "%00", "AAAA", "null", "%C3%A9"})
    void refusesForgedCursors(String cursor) {
        get("?cursor=" + cursor).refuses("cursor");
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        var other = Base64.getUrlEncoder().withoutPadding().encodeToString("others\u001f1".getBytes(UTF_8));

        get("?cursor=" + other).refuses("cursor");
    }

    private RawResponse get(String query) {
        return new RawHttp(port).send("GET /api/v1/samples" + query);
    }
}
