package dev.ashlar.infrastructure;

/**
 * The ports of one installation, all on 127.0.0.1.
 *
 * @param kafka for operators and tools, who need no password
 * @param kafkaServices for services, each with a password and the rights of its own
 */
public record Ports(int postgres, int redisSessions, int redisCache, int kafka, int kafkaController, int kafkaServices,
        int smtp, int mailPage) {

    /** The ports of the local stack, each moved by {@code offset}. */
    public static Ports standard(int offset) {
        return new Ports(25432 + offset, 26379 + offset, 26380 + offset, 29092 + offset, 29093 + offset, 29094 + offset,
                23025 + offset, 23080 + offset);
    }

    /** Ports that nobody listens on right now, for tests. */
    public static Ports free() {
        var free = FreePorts.find(8);
        return new Ports(free[0], free[1], free[2], free[3], free[4], free[5], free[6], free[7]);
    }
}
