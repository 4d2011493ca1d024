package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.ForgedToken;
import dev.ashlar.testing.RawResponse;
import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.TestTokens;
import dev.ashlar.testing.WithInfrastructure;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The place and the form of a token in the request (RFC 6750, 2.1). */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@WithInfrastructure(service = "order_service", parts = {POSTGRES, REDIS, KAFKA}, topics = "inputs")
class TokenPlaceIT {

    private static final UUID USER = UUID.randomUUID();

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer a", "Bearer a.b.", "Bearer a.b.c", "Bearer ..", "Bearer ....",
            "Bearer a.b.c.d.e", "Bearer eyJhbGciOiJub25lIn0.e30.",
            "Bearer eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkExMjhHQ00ifQ.a.b.c.d",
            "Bearer bnVsbA.bnVsbA.AAAA", "Bearer e30.e30.AAAA", "Bearer W10.W10.AAAA", "Bearer a b", "Bearer a,b",
            "Bearer \u00e9", "Bearer=a", "BearerToken"})
    void refusesMalformedTokens(String authorization) {
        call("Authorization: " + authorization).isProblem(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YWRhOmxvdmVsYWNl", "Digest a", "Negotiate", "garbage", ""})
    void ignoresOtherSchemes(String authorization) {
        assertThat(call("Authorization: " + authorization).isProblem(401).header("WWW-Authenticate"))
                .containsExactly("Bearer");
    }

    @Test
    void acceptsTheSchemeInAnyCase() {
        var token = TestTokens.shopper(USER);

        call("Authorization: bearer " + token).isProblem(404);
        call("authorization: BEARER " + token).isProblem(404);
    }

    @Test
    void readsTheTokenFromTheHeaderOnly() {
        var token = TestTokens.shopper(USER);
        var http = new RawHttp(port);

        call("Cookie: access_token=" + token).isProblem(401);
        call("X-Access-Token: " + token).isProblem(401);
        http.send("GET /nowhere?access_token=" + token).isProblem(401);
        http.send("POST /nowhere", List.of("Content-Type: application/x-www-form-urlencoded"),
                ("access_token=" + token).getBytes()).isProblem(401);
    }

    @Test
    void refusesTwoAuthorizationHeadersEvenIfEqual() {
        var header = "Authorization: Bearer " + TestTokens.shopper(USER);

        call(header, header).isProblem(400);
        call(header, "Authorization: Basic YWRhOmxvdmVsYWNl").isProblem(400);
    }

    @Test
    void refusesASplitToken() {
        var token = TestTokens.shopper(USER);

        call("Authorization: Bearer " + token.substring(0, 9) + " " + token.substring(9)).isProblem(401);
        call("Authorization: Bearer " + token.substring(0, 9) + "\r\n " + token.substring(9)).isProblem(401);
    }

    @Test
    void refusesALongToken() {
        call("Authorization: Bearer " + "a".repeat(15_000)).isProblem(401);
        call("Authorization: Bearer " + "a.".repeat(7_000)).isProblem(401);
        call("Authorization: Bearer "
                + ForgedToken.of(TestTokens.shopper(USER)).claim("jti", "a".repeat(9_000)).signed()
                + "A").isProblem(401);
    }

    private RawResponse call(String... headers) {
        return new RawHttp(port).send("GET /nowhere", headers);
    }
}
