package dev.ashlar.infrastructure;

import dev.ashlar.infrastructure.access.Operators;
import dev.ashlar.infrastructure.access.RedisUsers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One Redis; the two differ in what they may forget (ADR on the two Redis instances). */
record RedisPart(String name, Path data, Binaries binaries, int port, InfrastructureSecrets secrets,
        List<String> policy) implements Part {

    private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PONG = "+PONG\r\n".getBytes(StandardCharsets.US_ASCII);

    /** Forgets nothing: a session that went missing is a user logged out. */
    static RedisPart sessions(Path data, Binaries binaries, int port, InfrastructureSecrets secrets) {
        return new RedisPart("redis-sessions", data, binaries, port, secrets,
                List.of("--appendonly", "yes", "--maxmemory-policy", "noeviction"));
    }

    /** May forget anything at any time. */
    static RedisPart cache(Path data, Binaries binaries, int port, InfrastructureSecrets secrets) {
        return new RedisPart("redis-cache", data, binaries, port, secrets,
                List.of("--appendonly", "no", "--maxmemory", "64mb", "--maxmemory-policy", "allkeys-lru"));
    }

    @Override
    public void prepare() throws IOException {
        Loopback.requireFree(this);
        RedisBinary.in(binaries);
        Files.createDirectories(data);
        var users = new RedisUsers(name, user -> secrets.redis(name, user));
        Files.writeString(users(), users.file(Operators.WITHOUT_PASSWORD));
    }

    @Override
    public Process start(Path log) throws IOException {
        Loopback.requireFree(this);
        var command = new ArrayList<>(List.of(RedisBinary.in(binaries).toString(), "--bind", Loopback.ADDRESS, "--port",
                Integer.toString(port), "--dir", data.toString(), "--save", "", "--daemonize", "no", "--aclfile",
                users().toString()));
        command.addAll(policy);
        return Server.command(data, log, command).start();
    }

    @Override
    public boolean isReady() {
        return Loopback.answers(port, PING, answer -> Arrays.equals(answer.readNBytes(PONG.length), PONG));
    }

    private Path users() {
        return data.resolve("users.acl");
    }
}
