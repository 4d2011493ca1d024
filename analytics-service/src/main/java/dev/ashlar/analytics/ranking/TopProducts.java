package dev.ashlar.analytics.ranking;

import dev.ashlar.analytics.ShopProperties;
import java.util.List;
import org.springframework.stereotype.Service;

/** The products with the most sales in the shop's currency. Redis ranks them, and the database ranks them if Redis is unavailable. */
@Service
public class TopProducts {

    /** Ten times the highest limit: cancellations within a minute must not bring a product into the response from below the set. */
    private static final int LEADERBOARD_SIZE = 1_000;

    private final Leaderboard board;
    private final ProductSales sales;
    private final ShopProperties shop;

    TopProducts(Leaderboard board, ProductSales sales, ShopProperties shop) {
        this.board = board;
        this.sales = sales;
        this.shop = shop;
    }

    /** At most 100 products. A product's rank may be a minute old. Its figures are current. */
    public List<ProductFigures> first(int limit) {
        var ranked = board.top(limit);
        return ranked.isEmpty() ? rebuild().stream().limit(limit).toList() : sales.of(ranked, shop.currency());
    }

    private List<ProductFigures> rebuild() {
        var products = sales.top(LEADERBOARD_SIZE, shop.currency());
        board.fill(products);
        return products;
    }
}
