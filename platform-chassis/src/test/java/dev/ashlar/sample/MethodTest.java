package dev.ashlar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.RawHttp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WithoutStores
class MethodTest {

    private static final String LIST = "/api/v1/samples";
    private static final String ONE = LIST + "/0198e0a4-0000-7000-8000-00000000000a";
    private static final byte[] BODY = "{\"name\":\"a\",\"count\":1}".getBytes();

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "PROPFIND", "get"})
    void namesTheAllowedMethods(String method) {
        var response = http().send(method + " " + LIST).isProblem(405);

        assertThat(String.join(",", response.header("Allow")).split(", ?")).contains("GET", "POST");
    }

    @Test
    void refusesTraceWithoutAnEchoOfTheRequest() {
        var response = http().send("TRACE " + LIST, "X-Secret: a secret").isProblem(405);

        assertThat(response.header("Allow")).isNotEmpty();
        assertThat(response.body()).doesNotContain("a secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", LIST, ONE})
    void respondsToHeadLikeGetWithoutBody(String path) {
        var response = http().send("HEAD " + path);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.header("Content-Type")).containsExactly("application/json");
    }

    @Test
    void listsTheMethodsForOptions() {
        var response = http().send("OPTIONS " + LIST);

        assertThat(response.status()).isEqualTo(200);
        assertThat(String.join(",", response.header("Allow"))).contains("GET", "HEAD", "POST", "OPTIONS");
        assertThat(response.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void ignoresTheBodyOfAGet() {
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
    void refusesTwoContentTypes() {
        var types = List.of("Content-Type: application/json", "Content-Type: text/plain");

        http().send("POST " + LIST, types, BODY).isProblem(415);
        http().send("POST " + LIST, types.reversed(), BODY).isProblem(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip", "nonsense", ""})
    void refusesAContentEncoding(String coding) {
        assertThat(http().send("POST " + LIST, List.of("Content-Type: application/json", "Content-Encoding: " + coding),
                BODY).isProblem(415).header("Accept-Encoding")).containsExactly("identity");
    }

    @Test
    void acceptsTheIdentityEncoding() {
        assertThat(http().send("POST " + LIST, List.of("Content-Type: application/json", "Content-Encoding: Identity"),
                BODY).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "application/json", "text/plain", "*/*"})
    void ignoresTheContentTypeOfAnEmptyBody(String type) {
        assertThat(http().send("POST " + ONE + "/rest", List.of("Content-Type: " + type), new byte[0]).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "application/problem+json, application/json;q=0.1"})
    void respondsWithPlainJsonOnSuccess(String accept) {
        assertThat(http().send("GET " + ONE, "Accept: " + accept).header("Content-Type"))
                .containsExactly("application/json");
    }

    @Test
    void refusesABodyWithoutContentType() {
        assertThat(http().send("POST " + LIST, List.of(), BODY).isProblem(415).header("Accept")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "application/json;q=0", "garbage", ";;", "image/*"})
    void refusesAnAcceptWithoutJsonBeforeAnyEffect(String accept) {
        var before = SamplesController.rested;

        http().send("POST " + ONE + "/rest", "Accept: " + accept).isProblem(406);
        http().send("POST " + LIST, List.of("Content-Type: application/json", "Accept: " + accept), BODY)
                .isProblem(406);

        assertThat(SamplesController.rested).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "garbage"})
    void refusesAGetThatDoesNotAcceptJson(String accept) {
        http().send("GET " + ONE, "Accept: " + accept).isProblem(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "application/*", "text/html, */*;q=0.1",
            "application/json;q=0.5", "APPLICATION/JSON"})
    void respondsWithJsonIfAcceptIncludesIt(String accept) {
        assertThat(http().send("GET " + ONE, "Accept: " + accept).header("Content-Type"))
                .containsExactly("application/json");
        assertThat(http().send("POST " + ONE + "/rest", "Accept: " + accept).status()).isEqualTo(200);
        assertThat(http().send("DELETE " + ONE, "Accept: text/html").status()).isEqualTo(204);
    }

    @Test
    void ignoresAcceptLanguage() {
        assertThat(http().send("GET " + LIST + "?limit=0", "Accept-Language: de").refuses("limit").body())
                .contains("must be an integer from 1 to 100");
    }

    private RawHttp http() {
        return new RawHttp(port);
    }
}
