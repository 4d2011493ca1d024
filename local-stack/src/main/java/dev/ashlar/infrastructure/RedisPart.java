package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.ashlar.infrastructure.access.RedisUsers;
import dev.ashlar.process.ChildProcess;
import dev.ashlar.process.Loopback;

/** One of the two Redis, which differ in persistence and eviction (ADR 8). */
record RedisPart(String name, Path data, Binaries binaries, int port, InfrastructureSecrets secrets,
        List<String> policy) implements Part {

    private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PONG = "+PONG\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String USERS = "users.acl";

    /** Persistent and without eviction: a lost session would log a user out. */
    static RedisPart sessions(Path data, Binaries binaries, int port, InfrastructureSecrets secrets) {
        return new RedisPart("redis-sessions", data, binaries, port, secrets,
                List.of("--appendonly", "yes", "--maxmemory-policy", "noeviction"));
    }

    /** Not persistent, with eviction. */
    static RedisPart cache(Path data, Binaries binaries, int port, InfrastructureSecrets secrets) {
        return new RedisPart("redis-cache", data, binaries, port, secrets,
                List.of("--appendonly", "no", "--maxmemory", "64mb", "--maxmemory-policy", "allkeys-lru"));
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(data);
        var users = new RedisUsers(name, user -> secrets.redis(name, user));
        Files.writeString(data.resolve(USERS), users.file());
    }

    /** Paths are relative to the data folder, because Redis has its own quoting rules. */
    @Override
    public Process start(Path log) throws IOException {
        var command = new ArrayList<>(List.of(binaries.redisServer().toString(), "--bind", Loopback.ADDRESS, "--port",
                Integer.toString(port), "--save", "", "--daemonize", "no", "--aclfile", USERS));
        command.addAll(policy);
        return ChildProcess.start(data, log, Map.of(), command);
    }

    @Override
    public boolean isReady() {
        return Loopback.answers(port, PING, answer -> Arrays.equals(answer.readNBytes(PONG.length), PONG));
    }
}
