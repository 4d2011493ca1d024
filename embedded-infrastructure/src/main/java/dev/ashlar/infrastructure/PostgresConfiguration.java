package dev.ashlar.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code postgresql.conf} and {@code pg_hba.conf}, written anew before each start. */
final class PostgresConfiguration {

    private PostgresConfiguration() {}

    static void write(Path data, int port, Durability durability) throws IOException {
        Files.writeString(data.resolve("postgresql.conf"), configuration(port, durability));
        Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    }

    private static String configuration(int port, Durability durability) {
        var synced = durability == Durability.DURABLE ? "on" : "off";
        return """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                password_encryption = 'scram-sha-256'

                shared_buffers = '64MB'
                huge_pages = off
                jit = off

                fsync = %2$s
                synchronous_commit = %2$s
                full_page_writes = %2$s

                timezone = 'UTC'
                log_timezone = 'UTC'
                log_line_prefix = '%%m [%%p] %%q%%u '
                log_checkpoints = off
                """.formatted(port, synced);
    }
}
