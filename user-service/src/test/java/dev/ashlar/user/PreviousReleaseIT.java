package dev.ashlar.user;

import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.WithInfrastructure;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** This code starts on the database that the previous release left, and serves the rows in it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "spring.jpa.hibernate.ddl-auto=validate", "ashlar.database-role=user_service_upgraded",
        "spring.kafka.bootstrap-servers=127.0.0.1:1", "SIGNING_KEY_SECRET=" + PreviousReleaseIT.SECRET})
@WithInfrastructure(service = "user_service_upgraded", parts = {POSTGRES,
        REDIS}, restore = "previous-release/user_service.sql")
@DirtiesContext
class PreviousReleaseIT {

    /** Opens the signing keys in the dump. No other stack has used it. */
    static final String SECRET = "sI7aOkdiL0LH4lXYKUnJIS/0+vkba0hdoQ/8z15CMlY=";

    @LocalServerPort
    private int port;

    @Test
    void logsAUserInWithTheOldHash() {
        var client = ServiceClient.of(port);

        var session = client.post("/api/v1/sessions",
                "{\"email\":\"ada@example.org\",\"password\":\"seven lamps of brass\"}").is(201);

        var me = client.signedInWith(session.text("access_token")).get("/api/v1/users/me").is(200);
        assertThat(me.text("name")).isEqualTo("Ada Lovelace");
    }

    @Test
    void keepsTheOldSigningKeys() {
        assertThat(ServiceClient.of(port).get("/.well-known/jwks.json").is(200).json().findValuesAsString("kid"))
                .contains("01a2236f-378d-7d74-9970-43ba0aa3304b");
    }
}
