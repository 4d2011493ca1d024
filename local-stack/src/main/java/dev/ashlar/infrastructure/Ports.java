package dev.ashlar.infrastructure;

import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import dev.ashlar.process.Loopback;

/**
 * The ports of one installation, all on 127.0.0.1.
 *
 * @param kafka for operators and tools, without a password
 * @param kafkaServices for services, each with its own account
 */
public record Ports(int postgres, int redisSessions, int redisCache, int kafka, int kafkaController, int kafkaServices,
        int smtp, int mailPage, int s3) {

    public static final Set<String> NAMES = Set.of("postgres", "redis-sessions", "redis-cache", "kafka", "smtp",
            S3Part.NAME);

    private static final int COUNT = 9;
    /** Below the ephemeral ports of clients: a client could take such a port before the server does. */
    private static final int FIRST_FREE = 10_000;
    private static final int LAST_FREE = 18_000;

    public static Ports standard(int offset) {
        return new Ports(25432 + offset, 26379 + offset, 26380 + offset, 29092 + offset, 29093 + offset, 29094 + offset,
                23025 + offset, 23080 + offset, 29000 + offset);
    }

    /** Free ports, for tests. */
    public static Ports free() {
        var free = ThreadLocalRandom.current()
                .ints(FIRST_FREE, LAST_FREE)
                .distinct()
                .filter(Loopback::isFree)
                .limit(COUNT)
                .toArray();
        return new Ports(free[0], free[1], free[2], free[3], free[4], free[5], free[6], free[7],
                free[8]);
    }
}
