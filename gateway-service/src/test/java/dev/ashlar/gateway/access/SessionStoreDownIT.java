package dev.ashlar.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "REDIS_SESSIONS_URL=redis://127.0.0.1:1", "REDIS_CACHE_URL=redis://127.0.0.1:1"})
class SessionStoreDownIT {

    /** RS256, at+jwt, signature of nobody: whether it is valid can't be told. */
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6ImsifQ.eyJzdWIiOiJ4In0.AAAA";

    @LocalServerPort
    int port;

    @Test
    void neitherBelievesNorRefusesAToken() {
        var answer = Caller.of(port).signedInWith(TOKEN).get("/api/v1/orders");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void isNotReadyBeforeTheSessionStoreHasAnsweredOnce() {
        var answer = Caller.of(port).get("/health/ready");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"redis_sessions\":{\"status\":\"down\"").contains("\"degraded\":true");
    }
}
