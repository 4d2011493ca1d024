package dev.ashlar.analytics.rebuild;

import dev.ashlar.chassis.time.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code figures_rebuild}: one row, which all instances share. */
@Repository
public class RebuildTable {

    /** An owner that is silent for longer is dead. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    RebuildTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Rebuild read() {
        return jdbc.sql("SELECT state, processed, total FROM figures_rebuild")
                .query((row, _) -> new Rebuild(Rebuild.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getLong("processed"), row.getLong("total")))
                .single();
    }

    /** Returns false if a rebuild is running. */
    public boolean request(@Nullable Instant from) {
        return jdbc.sql("""
                UPDATE figures_rebuild SET state = 'running', from_time = ?, processed = 0, total = 0, owner = NULL,
                    alive_at = NULL
                WHERE state <> 'running'""").param(from == null ? null : SqlTime.utc(from)).update() == 1;
    }

    /** @param from null for the beginning of the topic */
    record Claim(@Nullable Instant from) {}

    /** Takes a rebuild that no living instance works on. */
    Optional<Claim> claim(UUID owner) {
        return jdbc.sql("""
                UPDATE figures_rebuild SET owner = :owner, alive_at = :now, processed = 0
                WHERE state = 'running' AND (alive_at IS NULL OR alive_at < :dead) RETURNING from_time""")
                .param("owner", owner).param("now", SqlTime.utc(clock.instant()))
                .param("dead", SqlTime.utc(clock.instant().minus(LEASE)))
                .query((row, _) -> new Claim(SqlTime.instant(row, "from_time"))).optional();
    }

    /** Locks the row until the end of the transaction. Returns false if another instance has taken the rebuild over. */
    boolean progress(UUID owner, long processed, long total) {
        return jdbc
                .sql("""
                UPDATE figures_rebuild SET processed = ?, total = ?, alive_at = ? WHERE owner = ? AND state = 'running'""")
                .param(processed).param(total).param(SqlTime.utc(clock.instant())).param(owner).update() == 1;
    }

    void end(UUID owner, Rebuild.State state) {
        jdbc.sql("UPDATE figures_rebuild SET state = ?, owner = NULL WHERE owner = ? AND state = 'running'")
                .param(state.code()).param(owner).update();
    }
}
