package dev.ashlar.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.infrastructure.access.TopicAccess;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every service's user at both Redis. */
class RedisIsolationIT {

    static final List<String> SERVICES = TopicAccess.SERVICES.stream().map(TopicAccess::service).toList();

    private static final List<String> DANGEROUS = List.of("FLUSHALL", "FLUSHDB", "KEYS *", "SCAN 0", "RANDOMKEY",
            "DBSIZE", "SWAPDB 0 1", "CONFIG GET *", "CONFIG SET maxmemory 1", "MONITOR", "SAVE", "BGSAVE",
            "REPLICAOF NO ONE", "ACL LIST", "ACL SETUSER order-service allkeys", "CLIENT LIST", "CLIENT PAUSE 1",
            "SCRIPT FLUSH", "SLOWLOG GET", "INFO", "PUBLISH channel message", "SUBSCRIBE channel", "SELECT 1");

    private static RawRedis redis;

    @BeforeAll
    static void connect() {
        redis = new RawRedis(TestInfrastructure.get().backend().redis());
        redis.operator("redis-sessions").run("SETNX jwks {\"keys\":[]}");
        redis.operator("redis-sessions").run("SET session:1 alive");
        redis.operator("redis-sessions").run("SET other:1 secret");
        redis.operator("redis-cache").run("SET other:1 secret");
    }

    @AfterAll
    static void disconnect() {
        redis.close();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void letsEveryServiceLookSessionsAndSigningKeysUp(String service) {
        var sessions = redis.as(service, "redis-sessions");

        assertThat(sessions.run("PING")).isEqualTo("PONG");
        assertThat(sessions.run("GET jwks")).startsWith("{\"keys\":");
        assertThat(sessions.run("GET session:1")).isEqualTo("alive");
        assertThat(sessions.run("MGET session:1 session:none")).isEqualTo("[alive, null]");
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void letsEveryServiceAskWhetherTheCacheLives(String service) {
        assertThat(redis.as(service, "redis-cache").run("PING")).isEqualTo("PONG");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user-service      | redis-sessions | SET session:2 alive
            user-service      | redis-sessions | SETEX session:2 60 alive
            user-service      | redis-sessions | DEL session:2 session:3
            user-service      | redis-sessions | SET jwks keys NX
            user-service      | redis-sessions | EXISTS jwks
            user-service      | redis-sessions | INCR failed-logins:1
            user-service      | redis-sessions | PEXPIRE failed-logins:1 1000
            user-service      | redis-sessions | EVAL `return redis.call('INCR',KEYS[1])` 1 failed-logins:1
            user-service      | redis-sessions | TIME
            user-service      | redis-cache    | GET user:1
            user-service      | redis-cache    | SET user:1:floor 1
            user-service      | redis-cache    | EVAL `return redis.call('DEL',KEYS[1],KEYS[2])` 2 user:1 user:1:floor
            gateway-service   | redis-cache    | INCRBY limit:1 1
            gateway-service   | redis-cache    | EVAL `return redis.call('HSET',KEYS[1],'at',redis.call('TIME')[1])` 1 limit:2
            analytics-service | redis-cache    | ZADD analytics:top-products 1 product
            analytics-service | redis-cache    | ZREVRANGE analytics:top-products 0 9
            analytics-service | redis-cache    | EVAL `return redis.call('EXPIRE',KEYS[1],60)` 1 analytics:top-products
            """)
    void letsAServiceDoItsWork(String service, String instance, String command) {
        assertThat(redis.as(service, instance).run(command)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource
    void refusesToWriteWhatAServiceOnlyReads(String service, String command) {
        refuses(service, "redis-sessions", command);
    }

    static Stream<Arguments> refusesToWriteWhatAServiceOnlyReads() {
        return product(SERVICES.stream().filter(service -> !service.equals("user-service")).toList(),
                List.of("SET session:1 forged", "SET jwks forged", "DEL session:1", "EXPIRE session:1 1",
                        "GETDEL session:1", "GET failed-logins:1",
                        "EVAL `return redis.call('DEL',KEYS[1])` 1 session:1"));
    }

    @ParameterizedTest
    @MethodSource
    void refusesKeysOfNoOrAnotherService(String service, String instance, String command) {
        refuses(service, instance, command);
    }

    static Stream<Arguments> refusesKeysOfNoOrAnotherService() {
        var sessions = SERVICES.stream().map(service -> Arguments.of(service, "redis-sessions", "GET other:1"));
        var cache = SERVICES.stream()
                .flatMap(service -> Stream.of("user:1", "analytics:top-products", "limit:1", "other:1")
                        .filter(key -> !key.equals(ownKey(service)))
                        .flatMap(key -> Stream.of("GET " + key, "SET %s forged".formatted(key), "DEL " + key))
                        .map(command -> Arguments.of(service, "redis-cache", command)));
        return Stream.concat(sessions, cache);
    }

    private static String ownKey(String service) {
        return switch (service) {
            case "user-service" -> "user:1";
            case "analytics-service" -> "analytics:top-products";
            case "gateway-service" -> "limit:1";
            default -> "";
        };
    }

    @ParameterizedTest
    @CsvSource({"user-service, redis-sessions", "user-service, redis-cache", "gateway-service, redis-cache",
            "analytics-service, redis-cache"})
    void holdsScriptsToTheSameKeys(String service, String instance) {
        assertThatThrownBy(() -> redis.as(service, instance).run("EVAL `return redis.call('EXISTS','other:1')` 0"))
                .hasMessageMatching("(?s).*(can't access|No permissions to access).*");
    }

    @ParameterizedTest
    @MethodSource("dangerous")
    void refusesWhatConcernsTheWholeServer(String service, String instance, String command) {
        refuses(service, instance, command);
    }

    static Stream<Arguments> dangerous() {
        return SERVICES.stream()
                .flatMap(service -> Stream.of("redis-sessions", "redis-cache")
                        .flatMap(instance -> DANGEROUS.stream()
                                .map(command -> Arguments.of(service, instance, command))));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void refusesTheWrongPasswordAndThatOfTheOtherInstance(String service) {
        refusesPassword(service, "wrong");
        refusesPassword(service, redis.password(service, "redis-cache"));
    }

    /** The containers and parts of tests listen for operators as the local stack does. */
    @Test
    void letsOperatorsDoEverythingWithoutAPassword() {
        assertThat(redis.operator("redis-cache").run("CONFIG GET maxmemory-policy")).contains("allkeys-lru");
    }

    private static Stream<Arguments> product(List<String> services, List<String> commands) {
        return services.stream()
                .flatMap(service -> commands.stream().map(command -> Arguments.of(service, command)));
    }

    /** By the command: a client that is refused while it connects does not always learn why. */
    private static void refusesPassword(String service, String password) {
        assertThatThrownBy(() -> redis.operator("redis-sessions").run("AUTH %s %s".formatted(service, password)))
                .hasMessageContaining("WRONGPASS");
    }

    private static void refuses(String service, String instance, String command) {
        assertThatThrownBy(() -> redis.as(service, instance).run(command)).hasMessageContaining("NOPERM");
    }
}
