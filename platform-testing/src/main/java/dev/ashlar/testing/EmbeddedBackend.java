package dev.ashlar.testing;

import dev.ashlar.infrastructure.AshlarDatabase;
import dev.ashlar.infrastructure.EmbeddedInfrastructure;
import dev.ashlar.infrastructure.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;

/** Processes of this machine. Their data and logs are in the module's {@code target} folder. */
final class EmbeddedBackend implements Backend {

    private static final String HOST = "127.0.0.1";

    private final Path home = Path.of("target", "infrastructure", Long.toString(ProcessHandle.current().pid()));
    private final Ports ports = Ports.free();

    private final Once<AshlarDatabase> postgres = new Once<>(() -> start("postgres").database());
    private final Once<Redis> redis = new Once<>(() -> {
        var started = start("redis-sessions", "redis-cache");
        return new Redis("redis://%s:%d".formatted(HOST, ports.redisSessions()),
                "redis://%s:%d".formatted(HOST, ports.redisCache()), started.secrets());
    });
    private final Once<Kafka> kafka = new Once<>(() -> {
        var started = start("kafka");
        return new Kafka(HOST + ":" + ports.kafka(), HOST + ":" + ports.kafkaServices(), started.secrets());
    });
    private final Once<Smtp> smtp = new Once<>(() -> {
        start("smtp");
        return new Smtp(HOST, ports.smtp(), "http://%s:%d".formatted(HOST, ports.mailPage()));
    });

    private final Once<Storage> storage = new Once<>(() -> {
        var started = start("s3");
        return new Storage("http://%s:%d".formatted(HOST, ports.s3()), started.secrets());
    });

    @Override
    public AshlarDatabase postgres() {
        return postgres.get();
    }

    @Override
    public Redis redis() {
        return redis.get();
    }

    @Override
    public Kafka kafka() {
        return kafka.get();
    }

    @Override
    public Smtp smtp() {
        return smtp.get();
    }

    @Override
    public Storage storage() {
        return storage.get();
    }

    private EmbeddedInfrastructure start(String... parts) {
        try {
            return EmbeddedInfrastructure.start(home, ports, Set.of(parts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
