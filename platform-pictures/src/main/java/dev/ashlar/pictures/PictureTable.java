package dev.ashlar.pictures;

import dev.ashlar.chassis.time.SqlTime;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code pictures} lists each stored file, and since when no row may point at it. */
final class PictureTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    PictureTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The retention of the file starts anew. Waits while {@link PictureRetention} deletes it. */
    void markUnused(String file) {
        jdbc.sql("""
                INSERT INTO pictures (file, unused_since) VALUES (:file, :now)
                ON CONFLICT (file) DO UPDATE SET unused_since = excluded.unused_since""")
                .param("file", file).param("now", SqlTime.utc(clock.instant())).update();
    }
}
