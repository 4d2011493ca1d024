package dev.ashlar.infrastructure;

import java.nio.file.Path;
import java.util.List;

public final class Parts {

    private Parts() {}

    /**
     * All parts on the given ports, which keep acknowledged data even after a power cut.
     *
     * @param home {@code data/<part>} below it keeps the data of each part
     */
    public static List<Part> of(Path home, Ports ports, InfrastructureSecrets secrets) {
        return of(home, ports, secrets, true);
    }

    /** @param durable false for tests, which start without data; a sync to disk at each commit would slow them down */
    static List<Part> of(Path home, Ports ports, InfrastructureSecrets secrets, boolean durable) {
        var data = home.toAbsolutePath().resolve("data");
        var binaries = Binaries.ofThisUser();
        return List.of(
                new PostgresPart(data.resolve("postgres"), binaries, ports.postgres(), secrets, durable),
                RedisPart.sessions(data.resolve("redis-sessions"), binaries, ports.redisSessions(), secrets),
                RedisPart.cache(data.resolve("redis-cache"), binaries, ports.redisCache(), secrets),
                new KafkaPart(data.resolve("kafka"), binaries, ports.kafka(), ports.kafkaController(),
                        ports.kafkaServices(), secrets),
                new MailPart(data.resolve("smtp"), ports.smtp(), ports.mailPage()),
                new S3Part(data.resolve(S3Part.NAME), ports.s3(), secrets));
    }
}
