package dev.ashlar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.RawHttp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Methods and media types. */
@WithoutStores
class MethodTest {

    private static final String LIST = "/api/v1/samples";
    private static final String ONE = LIST + "/0198e0a4-0000-7000-8000-00000000000a";
    private static final byte[] BODY = "{\"name\":\"a\",\"count\":1}".getBytes();

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "PROPFIND", "get"})
    void saysWhatIsAllowedInstead(String method) {
        var answer = http().send(method + " " + LIST).isProblem(405);

        assertThat(String.join(",", answer.header("Allow")).split(", ?")).contains("GET", "POST");
    }

    @Test
    void answersTraceWithARefusalThatRepeatsNothing() {
        var answer = http().send("TRACE " + LIST, "X-Secret: nobody's business").isProblem(405);

        assertThat(answer.header("Allow")).isNotEmpty();
        assertThat(answer.body()).doesNotContain("nobody's business");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", LIST, ONE})
    void answersHeadAsGetWithoutTheBody(String path) {
        var answer = http().send("HEAD " + path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Content-Type")).containsExactly("application/json");
    }

    @Test
    void tellsTheMethodsOfAResource() {
        var answer = http().send("OPTIONS " + LIST);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(String.join(",", answer.header("Allow"))).contains("GET", "HEAD", "POST", "OPTIONS");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void ignoresTheBodyOfARead() {
        assertThat(http().send("GET " + LIST, List.of("Content-Type: text/plain"), "limit=1".getBytes()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain",
            "application/xml", "text/json", "image/png", "application/octet-stream", "json", "*/*", "",
            "application/json;charset=nonsense", "application/json, application/json", "application/yaml",
            "application/json-patch+json", "application/merge-patch+json", "application/vnd.api+json",
            "application/+json"})
    void refusesBodiesOfOtherTypes(String type) {
        assertThat(http().send("POST " + LIST, List.of("Content-Type: " + type), BODY).isProblem(415)
                .header("Accept")).isNotEmpty();
        http().send("POST " + ONE + "/rest", List.of("Content-Type: " + type), BODY).isProblem(415);
    }

    @Test
    void refusesABodyThatSaysTwiceWhatItIs() {
        var types = List.of("Content-Type: application/json", "Content-Type: text/plain");

        http().send("POST " + LIST, types, BODY).isProblem(415);
        http().send("POST " + LIST, types.reversed(), BODY).isProblem(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip", "nonsense", ""})
    void refusesABodyThatIsEncodedOrSaysSo(String coding) {
        assertThat(http().send("POST " + LIST, List.of("Content-Type: application/json", "Content-Encoding: " + coding),
                BODY).isProblem(415).header("Accept-Encoding")).containsExactly("identity");
    }

    @Test
    void readsABodyThatSaysItIsNotEncoded() {
        assertThat(http().send("POST " + LIST, List.of("Content-Type: application/json", "Content-Encoding: Identity"),
                BODY).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "application/json", "text/plain", "*/*"})
    void takesNoBytesForNoBodyWhateverTheyAreCalled(String type) {
        assertThat(http().send("POST " + ONE + "/rest", List.of("Content-Type: " + type), new byte[0]).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "application/problem+json, application/json;q=0.1"})
    void callsWhatWentWellByNoOtherName(String accept) {
        assertThat(http().send("GET " + ONE, "Accept: " + accept).header("Content-Type"))
                .containsExactly("application/json");
    }

    @Test
    void refusesABodyThatDoesNotSayWhatItIs() {
        assertThat(http().send("POST " + LIST, List.of(), BODY).isProblem(415).header("Accept")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "application/json;q=0", "garbage", ";;", "image/*"})
    void refusesWhoWouldNotReadTheAnswerBeforeAnythingIsDone(String accept) {
        var before = SamplesController.rested;

        http().send("POST " + ONE + "/rest", "Accept: " + accept).isProblem(406);
        http().send("POST " + LIST, List.of("Content-Type: application/json", "Accept: " + accept), BODY)
                .isProblem(406);

        assertThat(SamplesController.rested).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "garbage"})
    void refusesReadersOfOtherTypes(String accept) {
        http().send("GET " + ONE, "Accept: " + accept).isProblem(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/*", "text/html, */*;q=0.1",
            "application/json;q=0.5", "APPLICATION/JSON"})
    void answersInJsonWhoTakesIt(String accept) {
        assertThat(http().send("GET " + ONE, "Accept: " + accept).header("Content-Type"))
                .containsExactly("application/json");
        assertThat(http().send("POST " + ONE + "/rest", "Accept: " + accept).status()).isEqualTo(200);
        assertThat(http().send("DELETE " + ONE, "Accept: text/html").status()).isEqualTo(204);
    }

    @Test
    void answersProblemsInTheSameWordsForEverybody() {
        assertThat(http().send("GET " + LIST + "?limit=0", "Accept-Language: de").refuses("limit").body())
                .contains("must be an integer from 1 to 100");
    }

    private RawHttp http() {
        return new RawHttp(port);
    }
}
