package dev.ashlar.inventory.stock;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of stock. Rows are always changed in the order of product ids, so that orders queue up rather than deadlock. */
@Component
class StockTable {

    private static final String TAKE = """
            UPDATE stock SET available = available - ?, reserved = reserved + ?
            WHERE product_id = ? AND available >= ?""";
    private static final String GIVE_BACK = """
            UPDATE stock SET available = available + ?, reserved = reserved - ? WHERE product_id = ?""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    StockTable(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    Optional<Level> find(UUID product) {
        return jdbc.sql("SELECT available, reserved FROM stock WHERE product_id = ?").param(product)
                .query(Level.class).optional();
    }

    /** Empty if the bounds forbid it. */
    Optional<Level> adjust(UUID product, int delta) {
        jdbc.sql("INSERT INTO stock (product_id) VALUES (?) ON CONFLICT DO NOTHING").param(product).update();
        return jdbc.sql("""
                UPDATE stock SET available = available + :delta
                WHERE product_id = :product AND available + :delta >= 0 AND available + reserved + :delta <= :most
                RETURNING available, reserved""").param("delta", delta).param("product", product)
                .param("most", Stock.MOST).query(Level.class).optional();
    }

    void record(Adjustment adjustment) {
        jdbc.sql("""
                INSERT INTO stock_adjustments (id, product_id, delta, reason, adjusted_by, adjusted_at)
                VALUES (?, ?, ?, ?, ?, ?)""").param(UuidCreator.getTimeOrderedEpoch()).param(adjustment.productId())
                .param(adjustment.delta()).param(adjustment.reason()).param(adjustment.by())
                .param(OffsetDateTime.now(clock.withZone(ZoneOffset.UTC))).update();
    }

    /** Reserves each line that there is enough for, all in one round trip, and tells which. */
    List<Line> take(List<Line> lines) {
        var sorted = sorted(lines);
        var updated = batch(TAKE, sorted,
                line -> new Object[]{line.quantity(), line.quantity(), line.productId(), line.quantity()});
        return IntStream.range(0, sorted.size()).filter(i -> updated[i] == 1).mapToObj(sorted::get).toList();
    }

    void giveBack(List<Line> lines) {
        batch(GIVE_BACK, sorted(lines), line -> new Object[]{line.quantity(), line.quantity(), line.productId()});
    }

    /** Those products of the lines of which nothing is available. */
    List<UUID> soldOut(List<Line> lines) {
        return jdbc.sql("SELECT product_id FROM stock WHERE product_id = ANY (?) AND available = 0")
                .param(lines.stream().map(Line::productId).toArray(UUID[]::new)).query(UUID.class).list();
    }

    /** Those products of the lines of which no more is available than the lines say. */
    List<UUID> nothingBut(List<Line> lines) {
        return jdbc.sql("""
                SELECT product_id FROM stock JOIN unnest(?, ?) AS line (id, quantity) ON id = product_id
                WHERE available = quantity""").param(lines.stream().map(Line::productId).toArray(UUID[]::new))
                .param(lines.stream().map(Line::quantity).toArray(Integer[]::new)).query(UUID.class).list();
    }

    private int[] batch(String sql, List<Line> lines, Function<Line, Object[]> parameters) {
        return lines.isEmpty() ? new int[0] : batches.batchUpdate(sql, lines.stream().map(parameters).toList());
    }

    private static List<Line> sorted(List<Line> lines) {
        return lines.stream().sorted(Comparator.comparing(Line::productId)).toList();
    }
}
