package dev.ashlar.sample;

import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.Events;
import dev.ashlar.testing.TestEvent;
import dev.ashlar.testing.WithInfrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "management.server.port=0")
@WithInfrastructure(service = "order_service", parts = {POSTGRES, REDIS, KAFKA}, topics = "inputs")
@DirtiesContext
class ReadOnlyStoresIT {

    private final UUID subject = UUID.randomUUID();

    @Autowired
    private Effects effects;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Environment environment;

    @Autowired
    private StringRedisTemplate cacheRedis;

    /** A session that begins while the role is read-only stays read-only. */
    @Test
    void aServiceWritesAgainAfterTheDatabaseWasReadOnly() {
        alter("SET default_transaction_read_only = on");
        try {
            endSessions();
            await().untilAsserted(() -> assertThatThrownBy(() -> write("never")).isInstanceOf(DataAccessException.class)
                    .rootCause().hasMessageContaining("read-only"));
            open(6);
            Events.publish("inputs", sample());
        } finally {
            alter("RESET default_transaction_read_only");
        }

        await().ignoreExceptions().until(() -> write("again"));
        assertThat(IntStream.range(0, 50).filter(_ -> write("again")).count()).isEqualTo(50);
        await().untilAsserted(() -> assertThat(effects.of(subject)).contains("sample"));
    }

    @Test
    void anEventIsRetriedUntilTheRoleHasThePrivilege() {
        var owner = owner();
        owner.sql("REVOKE INSERT ON order_service.effects FROM order_service").update();
        try {
            Events.publish("inputs", sample());
            await().during(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(effects.of(subject)).isEmpty());
        } finally {
            owner.sql("GRANT INSERT ON order_service.effects TO order_service").update();
        }

        await().untilAsserted(() -> assertThat(effects.of(subject)).contains("sample"));
    }

    @Test
    void aServiceReloadsScriptsThatRedisHasLost() {
        var script = RedisScript.of("return redis.call('INCR', KEYS[1])", Long.class);
        var keys = List.of("user:" + subject);
        assertThat(cacheRedis.execute(script, keys)).isEqualTo(1);

        cacheRedis.execute((RedisCallback<Void>) connection -> {
            connection.scriptingCommands().scriptFlush();
            connection.serverCommands().flushAll();
            return null;
        });

        assertThat(cacheRedis.execute(script, keys)).isEqualTo(1);
    }

    private boolean write(String name) {
        return jdbc.sql("INSERT INTO effects (subject, name) VALUES (?, ?)").param(subject.toString()).param(name)
                .update() == 1;
    }

    /** Opens the connections at the same time, so that this many sessions are read-only. */
    private void open(int connections) {
        var another = new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        another.executeWithoutResult(_ -> {
            jdbc.sql("SELECT 1").query().listOfRows();
            if (connections > 1) {
                open(connections - 1);
            }
        });
    }

    private void alter(String setting) {
        outsideThePool().sql("ALTER ROLE order_service " + setting).update();
    }

    /** Ends all sessions of the pool. A writable one would hide the fault. */
    private void endSessions() {
        outsideThePool().sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = current_user AND pid <> pg_backend_pid()")
                .query().listOfRows();
    }

    private JdbcClient outsideThePool() {
        return jdbc(environment.getProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password"));
    }

    private JdbcClient owner() {
        return jdbc(environment.getProperty("spring.flyway.user"), environment.getProperty("spring.flyway.password"));
    }

    private JdbcClient jdbc(String user, String password) {
        var url = environment.getProperty("spring.datasource.url") + "?options=-c%20default_transaction_read_only=off";
        return JdbcClient.create(new DriverManagerDataSource(url, user, password));
    }

    private TestEvent sample() {
        return TestEvent.of("sample.taken", subject,
                "{\"type\":\"sample.taken\",\"subject\":\"%s\",\"name\":\"sample\"}".formatted(subject));
    }
}
