package dev.ashlar.testing;

import com.redis.testcontainers.RedisContainer;
import dev.ashlar.infrastructure.AshlarDatabase;
import dev.ashlar.infrastructure.InfrastructureSecrets;
import dev.ashlar.infrastructure.access.RedisUsers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The images of the containers, with the same settings as the embedded parts. */
final class Images {

    static final int SMTP_PORT = 3025;
    static final int MAIL_PAGE_PORT = 8080;
    static final int STORAGE_PORT = 8080;
    static final InfrastructureSecrets SECRETS = new InfrastructureSecrets("superuser", "clients");

    private static final String USERS = "/tmp/users.acl";

    private Images() {}

    static PostgreSQLContainer postgres() {
        return new PostgreSQLContainer("postgres:17").withDatabaseName(AshlarDatabase.NAME)
                .withUsername("postgres")
                .withPassword(SECRETS.superuser())
                .withEnv("POSTGRES_INITDB_ARGS", "--locale-provider=builtin --locale=C.UTF-8")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200", "-c", "timezone=UTC");
    }

    static RedisContainer redisSessions() {
        return redis("redis-sessions", "--appendonly", "yes", "--maxmemory-policy", "noeviction");
    }

    static RedisContainer redisCache() {
        return redis("redis-cache", "--maxmemory", "64mb", "--maxmemory-policy", "allkeys-lru");
    }

    private static RedisContainer redis(String instance, String... policy) {
        var command = new ArrayList<>(List.of("redis-server", "--save", "", "--aclfile", USERS));
        command.addAll(List.of(policy));
        return new RedisContainer("redis:8").withCommand(command.toArray(String[]::new))
                .withCopyToContainer(Transferable.of(users(instance)), USERS);
    }

    private static String users(String instance) {
        return new RedisUsers(instance, user -> SECRETS.redis(instance, user)).file();
    }

    static GenericContainer<?> storage() {
        return new GenericContainer<>("andrewgaul/s3proxy:s3proxy-2.6.0").withExposedPorts(STORAGE_PORT)
                .withEnv(Map.of("S3PROXY_ENDPOINT", "http://0.0.0.0:" + STORAGE_PORT, "S3PROXY_AUTHORIZATION",
                        "aws-v2-or-v4", "S3PROXY_IDENTITY", InfrastructureSecrets.S3_ACCESS_KEY, "S3PROXY_CREDENTIAL",
                        SECRETS.s3()))
                .waitingFor(Wait.forHttp("/").forPort(STORAGE_PORT).forStatusCode(403));
    }

    static GenericContainer<?> smtp() {
        return new GenericContainer<>("greenmail/standalone:2.1.5").withExposedPorts(SMTP_PORT, MAIL_PAGE_PORT)
                .waitingFor(Wait.forHttp("/api/service/readiness").forPort(MAIL_PAGE_PORT));
    }
}
