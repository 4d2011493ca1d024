package dev.ashlar.testing;

import com.redis.testcontainers.RedisContainer;
import dev.ashlar.infrastructure.AshlarDatabase;
import dev.ashlar.infrastructure.DatabaseSecrets;
import java.util.ArrayList;
import java.util.List;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The images, with the settings that the embedded parts have. */
final class Images {

    static final int SMTP_PORT = 3025;
    static final int MAIL_PAGE_PORT = 8080;
    static final DatabaseSecrets DATABASE_SECRETS = new DatabaseSecrets("superuser", "roles");

    private Images() {}

    static PostgreSQLContainer postgres() {
        return new PostgreSQLContainer("postgres:17").withDatabaseName(AshlarDatabase.NAME)
                .withUsername("postgres")
                .withPassword(DATABASE_SECRETS.superuser())
                .withEnv("POSTGRES_INITDB_ARGS", "--locale-provider=builtin --locale=C.UTF-8")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200", "-c", "timezone=UTC");
    }

    static RedisContainer redisSessions() {
        return redis("--save", "", "--appendonly", "yes", "--maxmemory-policy", "noeviction");
    }

    static RedisContainer redisCache() {
        return redis("--save", "", "--maxmemory", "64mb", "--maxmemory-policy", "allkeys-lru");
    }

    private static RedisContainer redis(String... settings) {
        var command = new ArrayList<>(List.of("redis-server"));
        command.addAll(List.of(settings));
        return new RedisContainer("redis:8").withCommand(command.toArray(String[]::new));
    }

    static KafkaContainer kafka() {
        return new KafkaContainer("apache/kafka:4.2.2").withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "8")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    }

    static GenericContainer<?> smtp() {
        return new GenericContainer<>("greenmail/standalone:2.1.5").withExposedPorts(SMTP_PORT, MAIL_PAGE_PORT)
                .waitingFor(Wait.forHttp("/api/service/readiness").forPort(MAIL_PAGE_PORT));
    }
}
