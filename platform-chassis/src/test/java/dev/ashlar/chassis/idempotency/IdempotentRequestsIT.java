package dev.ashlar.chassis.idempotency;

import static dev.ashlar.testing.BackingService.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ashlar.chassis.retention.RetentionRule;
import dev.ashlar.testing.WithInfrastructure;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, classes = IdempotentRequestsIT.Keys.class, properties = {
        "spring.flyway.locations=classpath:db/idempotency", "ashlar.database-role=idempotent"})
@WithInfrastructure(service = "idempotent", parts = POSTGRES)
class IdempotentRequestsIT {

    private static final Answer ANSWER = new Answer(201, "/things/1", "\"1\"", "{}");

    private final UUID user = UUID.randomUUID();
    @Autowired
    private IdempotentRequests requests;
    @Autowired
    private IdempotencyKeys keys;
    @Autowired
    private RetentionRule expired;
    @Autowired
    private Clock clock;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void tellsATwinAtOnceThatTheFirstIsStillRunning() {
        var twin = new AtomicReference<Outcome>();

        var first = execute(() -> {
            twin.set(CompletableFuture.supplyAsync(() -> execute(() -> ANSWER)).join());
            return ANSWER;
        });

        assertThat(first).isEqualTo(new Outcome.Executed(ANSWER));
        assertThat(twin).hasValue(new Outcome.StillRunning());
        assertThat(execute(() -> ANSWER)).isEqualTo(new Outcome.Replayed(ANSWER));
    }

    @Test
    void freesTheKeyOfARequestThatFailed() {
        assertThatIllegalStateException().isThrownBy(() -> execute(() -> {
            throw new IllegalStateException("the effect failed");
        }));

        assertThat(execute(() -> ANSWER)).isEqualTo(new Outcome.Executed(ANSWER));
    }

    @Test
    void deletesKeysThatAreOlderThanADay() {
        execute(() -> ANSWER);
        expired.deleteBatch(jdbc, clock.instant(), 10);
        assertThat(keys.find(user, "key", clock.instant())).isPresent();

        jdbc.sql("UPDATE idempotency_keys SET created_at = created_at - interval '24 hours' WHERE user_id = ?")
                .param(user).update();
        expired.deleteBatch(jdbc, clock.instant(), 10);

        assertThat(jdbc.sql("SELECT count(*) FROM idempotency_keys WHERE user_id = ?").param(user).query(Long.class)
                .single()).isZero();
    }

    private Outcome execute(Supplier<Answer> request) {
        return requests.execute(user, "key", Fingerprint.of("request"), request);
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
            JdbcClientAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
            TransactionAutoConfiguration.class, FlywayAutoConfiguration.class, JacksonAutoConfiguration.class})
    @Import(IdempotencyConfiguration.class)
    static class Keys {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
