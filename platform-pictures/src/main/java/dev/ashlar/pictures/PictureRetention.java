package dev.ashlar.pictures;

import static java.util.stream.Collectors.partitioningBy;

import dev.ashlar.chassis.retention.RetentionRule;
import dev.ashlar.chassis.time.SqlTime;
import dev.ashlar.pictures.storage.ObjectStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes the files at which no row has pointed for the time of the retention. Each batch locks its rows in {@code pictures}, so a
 * concurrent upload of the same picture waits and stores the file again. A batch skips the rows of another instance.
 */
final class PictureRetention implements RetentionRule {

    /** Two requests to object storage for each, while the transaction is open. */
    private static final int MAX_BATCH = 50;

    private record Due(String file, boolean used) {}

    private final PictureFolder folder;
    private final ObjectStorage storage;
    private final TransactionTemplate transactions;
    private final Duration retention;

    PictureRetention(PictureFolder folder, ObjectStorage storage, TransactionTemplate transactions,
            Duration retention) {
        this.folder = folder;
        this.storage = storage;
        this.transactions = transactions;
        this.retention = retention;
    }

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public int deleteBatch(JdbcClient jdbc, Instant now, int limit) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var due = lock(jdbc, now, Math.min(limit, MAX_BATCH)).stream().collect(partitioningBy(Due::used));
            due.get(true).forEach(one -> jdbc.sql("UPDATE pictures SET unused_since = NULL WHERE file = ?")
                    .param(one.file()).update());
            due.get(false).forEach(one -> delete(jdbc, one.file()));
            return due.get(true).size() + due.get(false).size();
        }));
    }

    private List<Due> lock(JdbcClient jdbc, Instant now, int limit) {
        return jdbc.sql("""
                SELECT file, EXISTS (SELECT FROM %s WHERE %s = :prefix || file) AS used FROM pictures
                WHERE unused_since <= :before ORDER BY unused_since LIMIT :limit FOR UPDATE SKIP LOCKED"""
                .formatted(folder.table(), folder.column()))
                .param("prefix", folder.urlPrefix()).param("before", SqlTime.utc(now.minus(retention)))
                .param("limit", limit).query(Due.class).list();
    }

    private void delete(JdbcClient jdbc, String file) {
        storage.delete(folder.key(file));
        storage.delete(folder.key(PictureFolder.thumbnail(file)));
        jdbc.sql("DELETE FROM pictures WHERE file = ?").param(file).update();
    }

    @Override
    public long due(JdbcClient jdbc, Instant now, int atMost) {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM pictures WHERE unused_since <= :before LIMIT :most) due")
                .param("before", SqlTime.utc(now.minus(retention))).param("most", atMost).query(Long.class).single();
    }
}
