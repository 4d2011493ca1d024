package dev.ashlar.testing;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static dev.ashlar.testing.BackingService.SMTP;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig
@WithInfrastructure(service = "tried_service", parts = {POSTGRES, REDIS, KAFKA, SMTP}, topics = "tried")
class InfrastructureIT {

    @Autowired
    Environment environment;

    @Test
    void givesTheServiceASchemaOfItsOwn() throws SQLException {
        try (var migrator = connect("tried_service_migrator", "DATABASE_MIGRATOR_PASSWORD");
                var statement = migrator.createStatement()) {
            statement.execute("CREATE TABLE thing (name text)");
        }
        try (var service = connect("tried_service", "DATABASE_PASSWORD"); var statement = service.createStatement()) {
            statement.execute("INSERT INTO tried_service.thing VALUES ('one')");
            assertThatThrownBy(() -> statement.execute("DROP TABLE thing")).hasMessageContaining("must be owner");
        }
    }

    @Test
    void refusesTheMigratorThePasswordOfTheService() {
        assertThatThrownBy(() -> connect("tried_service_migrator", "DATABASE_PASSWORD"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void startsPostgresOfTheVersionAndOrderThatProductionHas() throws SQLException {
        try (var service = connect("tried_service", "DATABASE_PASSWORD");
                var statement = service.createStatement();
                var answer = statement
                        .executeQuery("SELECT current_setting('server_version_num')::int / 10000, 'B' < 'a'")) {
            answer.next();
            assertThat(answer.getInt(1)).isEqualTo(17);
            assertThat(answer.getBoolean(2)).isTrue();
        }
    }

    @Test
    void startsTwoRedisThatForgetDifferently() {
        assertThat(memoryPolicy("REDIS_SESSIONS_URL")).isEqualTo("noeviction");
        assertThat(memoryPolicy("REDIS_CACHE_URL")).isEqualTo("allkeys-lru");
    }

    @Test
    void putsALiveSessionBehindAToken() throws Exception {
        var user = UUID.randomUUID();
        var token = SignedJWT.parse(TestTokens.admin(user));
        try (var redis = RedisClient.create(property("REDIS_SESSIONS_URL"))) {
            var commands = redis.connect().sync();
            var key = JWKSet.parse(commands.get("jwks")).getKeyByKeyId(token.getHeader().getKeyID());

            assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
            assertThat(key.isPrivate()).isFalse();
            assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(user.toString());
            assertThat(commands.get("session:" + token.getJWTClaimsSet().getStringClaim("sid")))
                    .contains(user.toString(), "admin");
        }
    }

    @Test
    void endsTheSessionOfALogOut() {
        var token = TestTokens.shopper(UUID.randomUUID());
        var session = TestTokens.sessionOf(token);

        TestTokens.logOut(token);

        try (var redis = RedisClient.create(property("REDIS_SESSIONS_URL"))) {
            assertThat(redis.connect().sync().exists("session:" + session)).isZero();
        }
    }

    @Test
    void bringsEventsThroughKafkaInTheirOrder() {
        var order = UUID.randomUUID();
        var created = TestEvent.of("order.created", order, EventSchemas.example("order.created"))
                .causedBy("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "request-1");
        var confirmed = TestEvent.of("order.confirmed", order, "{}");

        Events.publish("tried", created);
        Events.publish("tried", TestEvent.of("order.created", UUID.randomUUID(), "{}"));
        Events.publish("tried", confirmed);
        Events.publish("tried", confirmed);

        assertThat(Events.on("tried").ofSubject(order)).containsExactly(created, confirmed, confirmed);
        assertThat(Events.on("no-such-topic").all()).isEmpty();
    }

    @Test
    void showsCaughtMail() throws IOException {
        try (var smtp = new Socket(property("SMTP_HOST"), Integer.parseInt(property("SMTP_PORT")))) {
            var mail = "HELO test\r\nMAIL FROM:<shop@example.com>\r\nRCPT TO:<ann@example.com>\r\nDATA\r\n"
                    + "Message-ID: <1@example.com>\r\nSubject: Order received\r\n\r\nHello Ann\r\n.\r\nQUIT\r\n";
            smtp.getOutputStream().write(mail.getBytes(StandardCharsets.US_ASCII));
            smtp.getInputStream().readAllBytes();
        }

        await().until(() -> Mails.to("ann@example.com"), mails -> mails.size() == 1);
        assertThat(Mails.to("ann@example.com").getFirst()).satisfies(mail -> {
            assertThat(mail.messageId()).isEqualTo("<1@example.com>");
            assertThat(mail.subject()).isEqualTo("Order received");
            assertThat(mail.text()).contains("Hello Ann");
        });
        assertThat(Mails.to("nobody@example.com")).isEmpty();
    }

    private Connection connect(String role, String password) throws SQLException {
        return DriverManager.getConnection(property("DATABASE_URL"), role, property(password));
    }

    private String memoryPolicy(String url) {
        try (var redis = RedisClient.create(property(url))) {
            return redis.connect().sync().configGet("maxmemory-policy").get("maxmemory-policy");
        }
    }

    private String property(String name) {
        return requireNonNull(environment.getProperty(name), name);
    }
}
