package dev.ashlar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.RawResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The detail of a problem tells the client how to correct the request. */
@WithoutStores
class ProblemDetailTest {

    private static final String LIST = "/api/v1/samples";
    private static final String ONE = LIST + "/0198e0a4-0000-7000-8000-00000000000a";
    private static final String UUID = "must be a UUID such as 0198e0a4-0000-7000-8000-00000000000a";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"limit=x|limit|must be an integer from 1 to 100",
            "limit=0|limit|must be an integer from 1 to 100", "limit=1000|limit|must be an integer from 1 to 100",
            "batch=1|batch|" + UUID, "min_price=x|min_price|must be a decimal number such as 9.99",
            "since=yesterday|since|must be an RFC 3339 instant such as 2026-01-31T12:00:00Z",
            "cursor=x|cursor|must be a next_cursor that this list returned",
            "page=1|page|is not a query parameter here; known are: batch, cursor, limit, min_price, q, since"})
    void describesTheValidValuesOfAParameter(String query, String field, String message) {
        assertError(http().send("GET " + LIST + "?" + query), field, message);
    }

    @Test
    void describesTheValidIdInAPath() {
        assertError(http().send("GET " + LIST + "/1"), "id", UUID);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"count\":\"1\"|count|must be an integer from 1 to 1000",
            "\"count\":99999999999|count|must be an integer from 1 to 1000",
            "\"count\":1.5|count|must be an integer from 1 to 1000",
            "\"name\":1|name|must be a string of at most 20 characters",
            "\"weight\":true|weight|must be an integer", "\"batch\":\"x\"|batch|" + UUID, "\"batch\":1|batch|" + UUID,
            "\"price\":\"1\"|price|must be a decimal number such as 9.99",
            "\"sealed\":\"true\"|sealed|must be true or false",
            "\"shape\":\"round\"|shape|must be one of ROUND, SQUARE", "\"shape\":1|shape|must be one of ROUND, SQUARE",
            "\"parts\":{}|parts|must be an array", "\"parts\":[1]|parts[0]|must be an object",
            "\"parts\":[{\"id\":1}]|parts[0].id|" + UUID,
            "\"parts\":[{\"count\":\"a\"}]|parts[0].count|must be an integer",
            "\"parts\":[{\"sum\":1}]|parts[0].sum|is not a known field; known here: count, id",
            "\"colour\":1|colour|is not a known field; known here: batch, count, name, parts, price, sealed, shape, weight"})
    void describesTheValidValuesOfAField(String json, String field, String message) {
        assertError(post("{" + json + "}"), field, message);
    }

    @Test
    void describesAMissingFieldAndTheDigitsOfANumber() {
        assertError(post("{\"name\":null,\"count\":1}"), "name", "is required");
        assertError(post("{\"name\":\"a\",\"count\":1,\"price\":1.001}"), "price",
                "must have at most 10 digits before the decimal point and at most 2 after it");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{'name':1}|line 1, column 2", "{}{}|line 1, column 3",
            "{\"name\":\"é\",}|line 1, column 13", "{\"name\":\"a\"|line 1, column 12",
            "{\"a\":1,\"a\":2}|line 1, column"})
    void namesTheLineAndTheColumnOfBrokenJson(String body, String place) {
        assertThat(errors(post(body))).contains(place);
        assertThat(errors(post("\n \n" + body))).contains(place.replace("line 1", "line 3"));
    }

    @Test
    void shortensALongUnknownName() {
        var name = "x".repeat(10_000);

        assertThat(post("{\"" + name + "\":1}").isProblem(400).body()).hasSizeLessThan(1_000);
        assertThat(http().send("GET " + LIST + "?" + name + "=1").isProblem(400).body()).hasSizeLessThan(1_000);
        assertThat(http().send("X".repeat(5_000) + " " + LIST).isProblem(405).body()).hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain",
            "json", "*/*"})
    void namesTheContentTypeToSend(String type) {
        for (var body : List.of("{}", "%zz", "a=%", "&&=")) {
            var refused = http().send("POST " + LIST, List.of("Content-Type: " + type), body.getBytes());
            assertThat(refused.isProblem(415).json().path("detail").asString()).startsWith("Send ")
                    .contains("application/json");
        }
    }

    @Test
    void namesTheAllowedMethods() {
        assertThat(http().send("PUT " + LIST).isProblem(405).json().path("detail").asString())
                .startsWith("Send one of ")
                .contains("GET", "POST");
    }

    @Test
    void namesTheAcceptHeaderToSend() {
        assertThat(http().send("GET " + ONE, "Accept: text/html").isProblem(406).body())
                .contains("Send Accept: application/json");
    }

    @Test
    void namesTheLimitsOfBodyAndHeaders() {
        assertThat(post("x".repeat(70_000)).isProblem(413).body()).contains("64 KiB");
        assertThat(http().send("GET " + LIST, "X-Padding: " + "a".repeat(20_000)).isProblem(431).body())
                .contains("16 KiB");
    }

    @Test
    void tellsTheClientToReadAStaleResourceAgain() {
        assertThat(http().send("PATCH " + ONE, "If-Match: \"1\"").isProblem(412).body()).contains("Read it again",
                "If-Match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", ONE + "/secret"})
    void tellsTheClientToSignInAndToCheckThePath(String path) {
        assertThat(http().send("GET " + path).isProblem(401).json().path("detail").asString())
                .contains("POST /api/v1/sessions", "Authorization: Bearer <access_token>", "path");
    }

    private static void assertError(RawResponse response, String field, String message) {
        var error = response.refuses(field).json().at("/errors/0");
        assertThat(error.path("message").asString()).isEqualTo(message);
    }

    private static String errors(RawResponse response) {
        return response.isProblem(400).json().path("errors").toString();
    }

    private RawResponse post(String body) {
        return http().json("POST " + LIST, body);
    }

    private RawHttp http() {
        return new RawHttp(port);
    }
}
