package dev.ashlar.inventory.stock;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.chassis.time.SqlTime;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of stock. Each batch changes rows in the order of product ids: so transactions wait for each other and never deadlock. */
@Component
class StockTable {

    private static final String RESERVE = """
            UPDATE stock SET available = available - ?, reserved = reserved + ?
            WHERE product_id = ? AND available >= ?""";
    private static final String RELEASE = """
            UPDATE stock SET available = available + ?, reserved = reserved - ? WHERE product_id = ?""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Clock clock;

    StockTable(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.clock = clock;
    }

    Optional<StockLevel> find(UUID product) {
        return jdbc.sql("SELECT available, reserved FROM stock WHERE product_id = ?").param(product)
                .query(StockLevel.class).optional();
    }

    /** Empty if the result would be out of bounds. */
    Optional<StockLevel> adjust(UUID product, int delta) {
        jdbc.sql("INSERT INTO stock (product_id) VALUES (?) ON CONFLICT DO NOTHING").param(product).update();
        return jdbc.sql("""
                UPDATE stock SET available = available + :delta
                WHERE product_id = :product AND available + :delta >= 0 AND available + reserved + :delta <= :max
                RETURNING available, reserved""").param("delta", delta).param("product", product)
                .param("max", Stock.MAX_PIECES).query(StockLevel.class).optional();
    }

    void record(Adjustment adjustment) {
        jdbc.sql("""
                INSERT INTO stock_adjustments (id, product_id, delta, reason, adjusted_by, adjusted_at)
                VALUES (?, ?, ?, ?, ?, ?)""").param(UuidCreator.getTimeOrderedEpoch()).param(adjustment.productId())
                .param(adjustment.delta()).param(adjustment.reason()).param(adjustment.by())
                .param(SqlTime.utc(clock.instant())).update();
    }

    void lock(Collection<UUID> products) {
        jdbc.sql("""
                SELECT product_id FROM stock WHERE product_id = ANY (?) ORDER BY product_id FOR NO KEY UPDATE""")
                .param(products.toArray(UUID[]::new)).query().listOfRows();
    }

    /** Reserves each line for which enough is available, all in one round trip, and returns these lines. */
    List<StockLine> reserve(List<StockLine> lines) {
        var sorted = sorted(lines);
        var updated = batch(RESERVE, sorted,
                line -> new Object[]{line.quantity(), line.quantity(), line.productId(), line.quantity()});
        return IntStream.range(0, sorted.size()).filter(i -> updated[i] == 1).mapToObj(sorted::get).toList();
    }

    void release(List<StockLine> lines) {
        batch(RELEASE, sorted(lines), line -> new Object[]{line.quantity(), line.quantity(), line.productId()});
    }

    /** The products of the lines of which no piece is available. */
    List<UUID> soldOut(List<StockLine> lines) {
        return jdbc.sql("SELECT product_id FROM stock WHERE product_id = ANY (?) AND available = 0")
                .param(lines.stream().map(StockLine::productId).toArray(UUID[]::new)).query(UUID.class).list();
    }

    /** The products of released lines of which nothing was available before the release. */
    List<UUID> backInStock(List<StockLine> lines) {
        return jdbc.sql("""
                SELECT product_id FROM stock JOIN unnest(?, ?) AS line (id, quantity) ON id = product_id
                WHERE available = quantity""").param(lines.stream().map(StockLine::productId).toArray(UUID[]::new))
                .param(lines.stream().map(StockLine::quantity).toArray(Integer[]::new)).query(UUID.class).list();
    }

    private int[] batch(String sql, List<StockLine> lines, Function<StockLine, Object[]> parameters) {
        return lines.isEmpty() ? new int[0] : batches.batchUpdate(sql, lines.stream().map(parameters).toList());
    }

    private static List<StockLine> sorted(List<StockLine> lines) {
        return lines.stream().sorted(Comparator.comparing(StockLine::productId)).toList();
    }
}
