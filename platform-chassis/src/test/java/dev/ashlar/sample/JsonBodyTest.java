package dev.ashlar.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.RawResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The service accepts strict JSON only, and converts no value. */
@WithoutStores
class JsonBodyTest {

    private static final String START = "POST /api/v1/samples";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"a\",\"count\":1}", " {\"count\":1000, \"name\":\"\\u00e9 \ud83d\ude00\"}\r\n",
            "{\"name\":\"a\",\"count\":1,\"price\":1e2,\"sealed\":false,\"shape\":\"ROUND\",\"parts\":[]}",
            "{\"name\":\"a\",\"count\":1,\"price\":10.50,\"batch\":\"0198E0A4-0000-7000-8000-00000000000a\"}"})
    void acceptsValidBodies(String body) {
        assertThat(post(body).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}{}", "\"a\"", "1", "true", "{", "{\"name\":\"a\",\"count\":1} x",
            "{\"name\":\"a\",\"count\":1}{}", "[{\"name\":\"a\",\"count\":1}]", "{\"name\":\"a\",\"count\":1,}",
            "{'name':'a','count':1}", "{name:\"a\",\"count\":1}", "{\"name\":\"a\",\"count\":1}//",
            "{\"name\":\"a\",/* */\"count\":1}", "{\"name\":\"a\",\"count\":1}\0", "{\"name\":\"a\nb\",\"count\":1}",
            "{\"name\":\"a\",\"count\":1,\"count\":1}", "{\"name\":\"a\",\"count\":1,\"c\\u006funt\":1}",
            "{\"name\":\"a\",\"count\":1,\"parts\":[{\"count\":1,\"count\":1}]}"})
    void refusesBodiesOtherThanOneObject(String body) {
        post(body).isProblem(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1.0", "1e0", "true", "null", "[1]", "{}", "01", "+1", "1.", ".1", "NaN",
            "Infinity", "1e400", "0x1", "0", "1001", "99999999999", "1234567890123456789012345678901234567890123",
            "\"\""})
    void refusesInvalidIntegers(String count) {
        post("{\"name\":\"a\",\"count\":" + count + "}").isProblem(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"name|1", "name|1.5", "name|true", "name|null", "name|[\"a\"]", "name|\"\"",
            "name|{}", "weight|\"1\"", "weight|true", "weight|-0.0", "price|\"1.00\"", "price|1.001",
            "price|1e400", "price|1e-3", "price|1e999999999", "price|1e2147483647", "price|12e2147483646",
            "price|1e-2147483647", "price|1e2147483648", "price|1e99999999999999999999", "price|12345678901",
            "price|true", "price|\" \"", "price|\"\"", "weight|\" \"", "sealed|\" \"", "shape|\" \"", "batch|\" \"",
            "sealed|\"true\"",
            "sealed|1", "sealed|0", "sealed|\"\"", "shape|0", "shape|\"round\"", "shape|\"\"",
            "batch|\"AZjgpAAAcACAAAAAAAAACg==\"", "batch|\"AZjgpAAAcACAAAAAAAAACg\"", "batch|\"1-1-1-1-1\"",
            "batch|\"0198e0a400007000800000000000000a\"", "batch|\"\"", "batch|1", "batch|[1]",
            "batch|\" 0198e0a4-0000-7000-8000-00000000000a\"",
            "batch|\"{0198e0a4-0000-7000-8000-00000000000a}\"", "batch|\"0198e0a4-0000-7000-8000-00000000000g\"",
            "id|\"0198e0a4-0000-7000-8000-00000000000a\"", "roles|[\"admin\"]", "Name|\"a\"", "COUNT|1"})
    void refusesInvalidFields(String field, String value) {
        var name = field.equals("name") ? "" : "\"name\":\"a\",";
        post("{" + name + "\"count\":1,\"" + field + "\":" + value + "}").refuses(field);
    }

    @Test
    void namesEachInvalidFieldByItsPath() {
        var errors = post("{\"count\":0,\"parts\":[{},null]}").isProblem(400).json().path("errors");

        assertThat(errors.values()).extracting(error -> error.path("field").asString()).containsExactlyInAnyOrder(
                "name", "count", "parts[0].id", "parts[0].count", "parts[1]");
    }

    @Test
    void namesANestedFieldOfTheWrongType() {
        post("{\"name\":\"a\",\"count\":1,\"parts\":[{\"id\":\"x\",\"count\":1}]}").refuses("parts[0].id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void refusesOtherEncodingsWithAndWithoutCharset(String charset) {
        var body = "{\"name\":\"a\",\"count\":1}".getBytes(Charset.forName(charset));

        http().json(START, body).isProblem(400);
        assertThat(http().send(START, List.of("Content-Type: application/json;charset=" + charset), body)
                .isProblem(415).header("Accept")).containsExactly("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c0af", "c161", "e0809f", "eda080", "edb080", "f4908080", "f8", "c3", "00"})
    void refusesInvalidUtf8(String hex) {
        var body = concat("{\"count\":1,\"name\":\"".getBytes(UTF_8), HexFormat.of().parseHex(hex),
                "\"}".getBytes(UTF_8));

        http().json(START, body).isProblem(400);
    }

    @Test
    void refusesAByteOrderMark() {
        post("\uFEFF{\"name\":\"a\",\"count\":1}").isProblem(400);
    }

    @Test
    void acceptsCharsetUtf8() {
        assertThat(http().send(START, List.of("Content-Type: application/json; charset=UTF-8"),
                "{\"name\":\"a\",\"count\":1}".getBytes(UTF_8)).status()).isEqualTo(201);
    }

    @Test
    void refusesDeepNesting() {
        for (var deep : List.of("[".repeat(33) + "]".repeat(33), "[".repeat(30_000), "{\"a\":".repeat(10_000))) {
            post("{\"name\":\"a\",\"count\":1,\"parts\":" + deep + "}").isProblem(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "1", "null", "[]"})
    void refusesAnArrayOfTenThousandItemsWithAShortResponse(String item) {
        var items = String.join(",", Collections.nCopies(10_001, item));

        var response = post("{\"name\":\"a\",\"count\":1,\"parts\":[" + items + "]}").isProblem(400);

        assertThat(response.body().length()).isLessThan(1_024);
    }

    @Test
    void namesAtMostAHundredErrors() {
        var items = String.join(",", Collections.nCopies(2_000, "{}"));

        var errors = post("{\"name\":\"a\",\"count\":1,\"parts\":[" + items + "]}").isProblem(400).json()
                .path("errors");

        assertThat(errors.size()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    void acceptsNoBodyOrAnEmptyObjectForAnEmptyRequest(String body) {
        assertThat(http().json("POST " + resting(), body).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "0", "\"\"", "{\"a\":1}", "{\"status\":\"DONE\"}"})
    void refusesOtherBodiesForAnEmptyRequest(String body) {
        http().json("POST " + resting(), body).isProblem(400);
    }

    private RawResponse post(String body) {
        return http().json(START, body);
    }

    private static String resting() {
        return "/api/v1/samples/0198e0a4-0000-7000-8000-00000000000a/rest";
    }

    private static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private RawHttp http() {
        return new RawHttp(port);
    }
}
