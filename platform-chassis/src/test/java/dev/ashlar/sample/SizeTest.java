package dev.ashlar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.RawHttp;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Limits of a request's size, on a service's own port too. */
@WithoutStores
class SizeTest {

    private static final int BODY_LIMIT = 64 * 1_024;
    private static final List<String> JSON = List.of("Content-Type: application/json");
    private static final String START = "POST /api/v1/samples";

    @LocalServerPort
    int port;

    @Test
    void accepts64KiB() {
        assertThat(http().send(START, JSON, sample(BODY_LIMIT)).status()).isEqualTo(201);
        assertThat(http().chunked(START, JSON, sample(BODY_LIMIT)).status()).isEqualTo(201);
    }

    @Test
    void refusesALargerBodyWithAndWithoutContentLength() {
        http().send(START, JSON, sample(BODY_LIMIT + 1)).isProblem(413);
        http().chunked(START, JSON, sample(BODY_LIMIT + 1)).isProblem(413);
        http().chunked(START, JSON, sample(1_000_000)).isProblem(413);
    }

    @Test
    void refusesALargeContentLengthWithoutBody() {
        http().exactly(START, List.of("Host: a", "Content-Type: application/json", "Content-Length: 9999999999"),
                new byte[0]).isProblem(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1, 2", "99999999999999999999"})
    void refusesAMalformedContentLength(String length) {
        assertThat(http().exactly(START, List.of("Host: a", "Content-Length: " + length), new byte[0]).status())
                .isEqualTo(400);
    }

    @Test
    void acceptsHeadersOf15KiB() {
        assertThat(http().send("GET /api/v1/samples", "X-Padding: " + "a".repeat(15 * 1_024)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 24, 100})
    void refusesLargerHeaders(int kibibytes) {
        http().send("GET /api/v1/samples", "X-Padding: " + "a".repeat(kibibytes * 1_024)).isProblem(431);
    }

    @Test
    void refusesManySmallHeaders() {
        var many = IntStream.range(0, 101).mapToObj(i -> "X-" + i + ": a").toArray(String[]::new);

        http().send("GET /api/v1/samples", many).isProblem(400);
    }

    @Test
    void refusesALongTarget() {
        http().send("GET /api/v1/samples?q=" + "a".repeat(20 * 1_024)).isProblem(431);
    }

    private static byte[] sample(int bytes) {
        var start = "{\"name\":\"a\",\"count\":1";
        return (start + " ".repeat(bytes - start.length() - 1) + "}").getBytes();
    }

    private RawHttp http() {
        return new RawHttp(port);
    }
}
