package dev.ashlar.chassis.idempotency.web;

import static dev.ashlar.testing.BackingService.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.chassis.idempotency.IdempotencyConfiguration;
import dev.ashlar.chassis.retention.RetentionRule;
import dev.ashlar.chassis.web.Problem;
import dev.ashlar.testing.WithInfrastructure;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, classes = IdempotentPostsIT.Keys.class, properties = {
        "spring.flyway.locations=classpath:db/idempotency", "ashlar.database-role=idempotent"})
@WithInfrastructure(service = "idempotent", parts = POSTGRES)
class IdempotentPostsIT {

    private static final StoredResponse CREATED = new StoredResponse(201, "/things/1", "\"1\"", "{}");

    private final UUID user = UUID.randomUUID();
    @Autowired
    private IdempotentPosts posts;
    @Autowired
    private RetentionRule expired;
    @Autowired
    private Clock clock;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void repeatsTheStoredResponse() {
        execute("body", () -> CREATED);

        var replay = execute("body", () -> new StoredResponse(500, null, null, "not run"));

        assertThat(replay.getStatusCode().value()).isEqualTo(201);
        assertThat(replay.getBody()).isEqualTo("{}");
        assertThat(replay.getHeaders().headerSet()).extracting(Map.Entry::getKey, e -> e.getValue().getFirst())
                .containsExactlyInAnyOrder(tuple("Content-Type", "application/json"), tuple("Location", "/things/1"),
                        tuple("ETag", "\"1\""), tuple("Idempotency-Replayed", "true"));
    }

    @Test
    void refusesADuplicateAtOnceWhileTheFirstRequestRuns() {
        var first = execute("body", () -> {
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(() -> CompletableFuture.supplyAsync(() -> execute("body", () -> CREATED)).join())
                    .havingCause().isInstanceOfSatisfying(Problem.class, inUse -> {
                        assertThat(inUse.getStatusCode().value()).isEqualTo(409);
                        assertThat(inUse.getBody().getType()).hasToString("urn:ashlar:problem:idempotency-key-in-use");
                        assertThat(inUse.getHeaders().getFirst("Retry-After")).isEqualTo("1");
                    });
            return CREATED;
        });

        assertThat(first.getHeaders().getFirst("Idempotency-Replayed")).isNull();
        assertThat(execute("body", () -> CREATED).getHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void refusesAnotherRequestWithTheSameKey() {
        execute("body", () -> CREATED);

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> execute("another body", () -> CREATED))
                .satisfies(reused -> {
                    assertThat(reused.getStatusCode().value()).isEqualTo(422);
                    assertThat(reused.getBody().getType()).hasToString("urn:ashlar:problem:idempotency-key-reused");
                });
    }

    @Test
    void freesTheKeyOfAFailedRequest() {
        assertThatIllegalStateException().isThrownBy(() -> execute("body", () -> {
            throw new IllegalStateException("the effect failed");
        }));

        assertThat(execute("another body", () -> CREATED).getHeaders().getFirst("Idempotency-Replayed")).isNull();
    }

    @Test
    void runsTheRequestAgainAfterTheKeyExpired() {
        execute("body", () -> CREATED);
        age();

        assertThat(execute("another body", () -> CREATED).getHeaders().getFirst("Idempotency-Replayed")).isNull();
    }

    @Test
    void deletesKeysThatAreOlderThanADay() {
        execute("body", () -> CREATED);
        expired.deleteBatch(jdbc, clock.instant(), 10);
        assertThat(rows()).isOne();

        age();
        expired.deleteBatch(jdbc, clock.instant(), 10);

        assertThat(rows()).isZero();
    }

    private void age() {
        jdbc.sql("UPDATE idempotency_keys SET created_at = created_at - interval '24 hours' WHERE user_id = ?")
                .param(user).update();
    }

    private long rows() {
        return jdbc.sql("SELECT count(*) FROM idempotency_keys WHERE user_id = ?").param(user).query(Long.class)
                .single();
    }

    private ResponseEntity<String> execute(String body, Supplier<StoredResponse> request) {
        var headers = new HttpHeaders();
        headers.add("Idempotency-Key", "key");
        return posts.execute(headers, user, "/things", body, request);
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
