package dev.ashlar.analytics.ranking;

import dev.ashlar.analytics.version.FiguresVersion;
import dev.ashlar.analytics.version.FiguresVersions;
import dev.ashlar.chassis.observability.AfterCommit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The exact sales of each product and currency. */
@Repository
public class ProductSales {

    private final JdbcClient jdbc;
    private final FiguresVersions versions;
    private final Leaderboard leaderboard;

    ProductSales(JdbcClient jdbc, FiguresVersions versions, Leaderboard leaderboard) {
        this.jdbc = jdbc;
        this.versions = versions;
        this.leaderboard = leaderboard;
    }

    /**
     * Adds sales in the caller's transaction, and updates the leaderboard after the commit. Negative sales are cancellations. Rows are
     * locked in the sequence of their ids, so orders with the same products cannot deadlock.
     *
     * @param active whether the version is in use; the leaderboard shows no other
     */
    public void add(FiguresVersion version, boolean active, String currency, List<ProductFigures> sales) {
        var products = jdbc.sql(version.sql("""
                INSERT INTO product_figures AS f (currency, product_id, quantity, revenue)
                SELECT :currency, product_id, sum(quantity), sum(amount)
                FROM unnest(:products::uuid[], :quantities::bigint[], :amounts::numeric[])
                     AS line (product_id, quantity, amount)
                GROUP BY product_id ORDER BY product_id
                ON CONFLICT (currency, product_id) DO UPDATE SET quantity = f.quantity + excluded.quantity,
                                                                 revenue = f.revenue + excluded.revenue
                RETURNING product_id, quantity, revenue""")).param("currency", currency)
                .param("products", column(sales, ProductFigures::productId))
                .param("quantities", column(sales, ProductFigures::quantity))
                .param("amounts", column(sales, ProductFigures::revenue)).query(ProductSales::figures).list();
        if (active) {
            AfterCommit.run(() -> leaderboard.update(currency, products));
        }
    }

    /** The figures come from another version now, so the leaderboard is filled anew. */
    public void switched() {
        leaderboard.clear();
    }

    /** The products with the most pieces sold. */
    List<ProductFigures> top(int limit, String currency) {
        return jdbc.sql(versions.active().sql("""
                SELECT product_id, quantity, revenue FROM product_figures WHERE currency = ? AND quantity > 0
                ORDER BY quantity DESC, product_id DESC LIMIT ?""")).param(currency).param(limit)
                .query(ProductSales::figures).list();
    }

    /** The given products, the most pieces sold first. */
    List<ProductFigures> of(List<UUID> products, String currency) {
        return jdbc.sql(versions.active().sql("""
                SELECT product_id, quantity, revenue FROM product_figures
                WHERE currency = ? AND product_id = ANY (?::uuid[]) AND quantity > 0
                ORDER BY quantity DESC, product_id DESC""")).param(currency)
                .param(products.stream().map(UUID::toString).toArray(String[]::new)).query(ProductSales::figures)
                .list();
    }

    private static String[] column(List<ProductFigures> sales, Function<ProductFigures, Object> value) {
        return sales.stream().map(value).map(Object::toString).toArray(String[]::new);
    }

    private static ProductFigures figures(ResultSet row, int number) throws SQLException {
        return new ProductFigures(row.getObject("product_id", UUID.class), row.getLong("quantity"),
                row.getBigDecimal("revenue"));
    }
}
