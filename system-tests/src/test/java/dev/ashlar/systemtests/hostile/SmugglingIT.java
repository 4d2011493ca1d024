package dev.ashlar.systemtests.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.systemtests.RateLimit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests of ambiguous length with an order hidden inside (RFC 9112, 6.3 and 11.2). Each gets one response, places no order,
 * and leaves the responses of other clients unchanged.
 */
@Hostile
class SmugglingIT {

    /** Requests on a connection that an attack has confused would get responses of others. After the class, the whole state is checked. */
    @AfterEach
    void othersGetTheirOwnResponses(Fixture fixture) {
        for (var shopper : List.of(fixture.victim(), fixture.attacker())) {
            var profile = RateLimit.retry(() -> shopper.gateway().get("/users/me")).expect(200);
            assertThat(profile.text("email")).isEqualTo(shopper.email());
            var orders = RateLimit.retry(() -> shopper.gateway().get("/orders")).expect(200).body().path("items");
            assertThat(orders).hasSize(shopper.equals(fixture.victim()) ? 1 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 2\r\nContent-Length: 200", "Content-Length: 2, 200", "Content-Length: -2",
            "Content-Length: +2", "Content-Length: 0x2", "Content-Length: 2 2", "Content-Length: 2abc",
            "Content-Length: 2.0", "Content-Length: 99999999999999999999", "Content-Length: \u00b2",
            "Content-Length : 2", "Content-Length\t: 2"})
    void refusesAnInvalidLength(String field, Fixture fixture) {
        send(smuggled(fixture).framed(field)).expectRefusal(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: xchunked", "Transfer-Encoding: chunked, identity",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: cow", "Transfer-Encoding: \"chunked\"",
            "Transfer-Encoding:\u000bchunked", "Transfer-Encoding : chunked", "Transfer-Encoding: chunked, chunked",
            "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: chunk", "Transfer-Encoding: \0chunked",
            "X: y\r\n Transfer-Encoding: chunked", "Transfer-Encoding\r\n: chunked"})
    void refusesAnInvalidTransferEncoding(String field, Fixture fixture) {
        send(smuggled(fixture).besideLength(field)).expectRefusal(400, 501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked", "transfer-encoding: CHUNKED", "Transfer-Encoding:\tchunked",
            "Transfer-Encoding:  chunked ", "Transfer_Encoding: chunked", "X-Transfer-Encoding: chunked"})
    void readsOneRequestFromAmbiguousFraming(String field, Fixture fixture) {
        send(smuggled(fixture).besideLength(field)).expectOneResponse(200, 400);
    }

    @Test
    void refusesLengthAndChunksTogether(Fixture fixture) {
        var smuggled = smuggled(fixture);
        var chunk = Integer.toHexString(smuggled.inner().length()) + "\r\n" + smuggled.inner() + "\r\n0\r\n\r\n";
        send(smuggled.head() + "Content-Length: 5\r\n" + SmuggledRequest.CHUNKED + "\r\n" + chunk).expectRefusal(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FFFFFFFFFFFFFFFFF\r\n{}", "-1\r\n{}", "0x2\r\n{}\r\n0\r\n\r\n", "2\r\n{}XX\r\n0\r\n\r\n",
            "g\r\n{}", "\r\n\r\n", "2\r\n{}0\r\n\r\n", "80000000\r\n{}", "2 2\r\n{}\r\n0\r\n\r\n",
            "2\0\r\n{}\r\n0\r\n\r\n"})
    void refusesAnInvalidChunk(String chunks, Fixture fixture) {
        send(smuggled(fixture).chunks(chunks)).expectRefusal(400, 413);
    }

    @Test
    void refusesALongChunkExtension(Fixture fixture) {
        send(smuggled(fixture).chunks("2;" + "x".repeat(20_000) + "\r\n{}\r\n0\r\n\r\n")).expectRefusal(400, 413, 431);
    }

    @Test
    void doesNotTreatATrailerAsAHeader(Fixture fixture) {
        var chunks = "PATCH /api/v1/users/me HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + SmuggledRequest.CHUNKED
                + "Trailer: Authorization\r\n\r\n2\r\n{}\r\n0\r\nAuthorization: Bearer " + fixture.victim().token()
                + "\r\nContent-Length: 3\r\nX-User-Id: " + fixture.victim().id() + "\r\n\r\n";
        send(chunks).expectRefusal(401);
    }

    @Test
    void doesNotReadTheBodyOfAGetAsARequest(Fixture fixture) {
        var inner = smuggled(fixture).inner();
        send("GET /api/v1/users/me HTTP/1.1\r\n" + smuggled(fixture).signedIn() + "Content-Length: " + inner.length()
                + "\r\n\r\n" + inner).expectOneResponse(200, 400);
    }

    @ParameterizedTest
    @MethodSource
    void refusesAnInvalidHead(String line, List<Integer> statuses, Fixture fixture) {
        send(smuggled(fixture).line(line)).expectRefusal(statuses.toArray(Integer[]::new));
    }

    static Stream<Arguments> refusesAnInvalidHead() {
        return Stream.of("no colon", ": no name", "a b: c", "a\0: b", "a: b\0c", "a: b\rc: d", "a: \u0001", "(a): b",
                "Host: b", "Host: a\r\nHost: a").map(line -> Arguments.of(line, List.of(400)));
    }

    @ParameterizedTest
    @MethodSource
    void aConnectionHeaderRemovesNoSecurityHeader(String line, List<Integer> statuses, Fixture fixture) {
        var request = "GET /api/v1/users/me HTTP/1.1\r\n" + smuggled(fixture).signedIn() + line + "\r\n\r\n";
        send(request).expectOneResponse(statuses.toArray(Integer[]::new));
    }

    static Stream<Arguments> aConnectionHeaderRemovesNoSecurityHeader() {
        return Stream.of(Arguments.of("Connection: close, X-Forwarded-For, X-Request-Id", List.of(200)),
                Arguments.of("Connection: close, Authorization", List.of(200, 401)),
                Arguments.of("Connection: close, Host, Content-Length, Transfer-Encoding", List.of(200)),
                Arguments.of("Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
                        List.of(200)),
                Arguments.of("Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", List.of(200)),
                Arguments.of("Connection: Upgrade\r\nUpgrade: TLS/1.3", List.of(200)),
                Arguments.of("TE: trailers, deflate;q=0.5", List.of(200)),
                Arguments.of("Expect: 200-ok", List.of(200, 417)),
                Arguments.of("Max-Forwards: 0", List.of(200)), Arguments.of("Range: bytes=0-1,1-2,2-3", List.of(200)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET http://evil.example/api/v1/users/me HTTP/1.1\r\nHost: a",
            "GET /api/v1/products HTTP/1.1",
            "GET /api/v1/products HTTP/1.1\r\nHost: a/b", "GET /api/v1/products HTTP/1.1\r\nHost: a b",
            "GET /api/v1/products HTTP/1.1\r\nHost: u@a:99999", "GET api/v1/products HTTP/1.1\r\nHost: a",
            "GET /api/v1/products HTTP/2.0\r\nHost: a", "GET /api/v1/products HTTP/9.9\r\nHost: a",
            "GET /api/v1/products http/1.1\r\nHost: a", "GET /api/v1/products JUNK\r\nHost: a",
            "GET", "PRI * HTTP/2.0", "G\0T /api/v1/products HTTP/1.1\r\nHost: a",
            "CONNECT evil.example:443 HTTP/1.1\r\nHost: a",
            "GET /api/v1/products HTTP/1.1 HTTP/1.1\r\nHost: a", "\u0016\u0003\u0001\u0002", "*1\r\n$4\r\nPING",
            "GET /api/v1/products?q=\u00e9\u00ff HTTP/1.1\r\nHost: a"})
    void refusesAnInvalidRequestLine(String head, Fixture fixture) {
        send(head + "\r\n\r\n" + smuggled(fixture).inner()).expectRefusal(400, 405, 501, 505);
    }

    @Test
    void treatsARequestWithoutAVersionAsUnauthenticated(Fixture fixture) {
        var response = send("GET /api/v1/users/me\r\n\r\n" + smuggled(fixture).inner())
                .expectOneResponse(RawResponse.HEADLESS, 400, 505);

        assertThat(response.body()).doesNotContain(fixture.attacker().email());
    }

    @Test
    void refusesATruncatedBody(Fixture fixture) {
        var inner = smuggled(fixture).inner();
        send(inner.substring(0, inner.length() - 5)).expectRefusal(400);
        send(inner.replaceFirst("Content-Length: \\d+", "Content-Length: 5000")).expectRefusal(400);
    }

    @Test
    void answersPipelinedRequestsInOrder(Fixture fixture) {
        var mine = "GET /api/v1/users/me HTTP/1.1\r\n" + smuggled(fixture).signedIn() + "\r\n";
        var theirs = mine.replace(fixture.attacker().token(), fixture.victim().token());

        var responses = send(mine + theirs + mine).responses();

        assertThat(responses).extracting(RawResponse::status).containsExactly(200, 200, 200);
        assertThat(responses.get(0).body()).contains(fixture.attacker().email());
        assertThat(responses.get(1).body()).contains(fixture.victim().email());
        assertThat(responses.get(2).body()).contains(fixture.attacker().email());
    }

    private static RawExchange send(String bytes) {
        return RawSocket.to(EntryPoint.GATEWAY).send(bytes);
    }

    private static SmuggledRequest smuggled(Fixture fixture) {
        return new SmuggledRequest(fixture.attacker(), fixture.validOrder());
    }
}
