package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.ForgedToken;
import dev.ashlar.testing.Logs;
import dev.ashlar.testing.RawHttp;
import dev.ashlar.testing.TestTokens;
import dev.ashlar.testing.WithInfrastructure;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The security log contains the reason for a refused token, and never the token. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
@WithInfrastructure(service = "order_service", parts = {POSTGRES, REDIS, KAFKA}, topics = "inputs")
class RefusalLogIT {

    private static final String SECRET = "GET /api/v1/samples/0198e0a4-0000-7000-8000-00000000000a/secret";

    @RegisterExtension
    final Logs logs = new Logs();

    @LocalServerPort
    int port;

    static Stream<Arguments> refused() {
        var good = ForgedToken.of(TestTokens.shopper(UUID.randomUUID()));
        return Stream.of(Arguments.of("expired", good.claim("iat", ago(400)).claim("exp", ago(100)).signed()),
                Arguments.of("claims", good.claim("iss", "https://evil.example").signed()),
                Arguments.of("malformed", "no token at all"),
                Arguments.of("malformed_or_forged", good.signed().replaceFirst("\\.", ".A")),
                Arguments.of("session_ended", good.claim("sid", UUID.randomUUID().toString()).signed()),
                Arguments.of("session_of_another_user", good.claim("sub", UUID.randomUUID().toString()).signed()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void logsTheReasonOfARefusedToken(String reason, String token) {
        new RawHttp(port).send("GET /nowhere", "Authorization: Bearer " + token).isProblem(401);

        assertThat(logs.with("event", "token_refused")).singleElement().satisfies(line -> {
            assertThat(line.values()).containsEntry("reason", reason).containsKey("address");
            assertThat(line.toString()).doesNotContain(token);
        });
    }

    @Test
    void logsTheUserAndTheDeniedRequest() {
        var user = UUID.randomUUID();

        new RawHttp(port).send(SECRET, "Authorization: Bearer " + TestTokens.shopper(user)).isProblem(403);

        assertThat(logs.with("event", "access_denied")).singleElement()
                .satisfies(line -> assertThat(line.values()).containsEntry("user_id", user.toString())
                        .containsEntry("method", "GET").containsEntry("path", SECRET.substring("GET ".length())));
    }

    private static long ago(int seconds) {
        return Instant.now().getEpochSecond() - seconds;
    }
}
