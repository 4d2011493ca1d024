package dev.ashlar.analytics.ranking;

import dev.ashlar.analytics.ShopProperties;
import java.util.List;
import org.springframework.stereotype.Service;

/** The products that sold most in the shop's currency: Redis ranks them, the database has their figures; without Redis the database does both. */
@Service
public class TopProducts {

    /** Ten times what anybody can ask for, so that cancellations within a minute cannot bring a product up from below. */
    private static final int BOARD = 1_000;

    private final Leaderboard board;
    private final ProductSales sales;
    private final ShopProperties shop;

    TopProducts(Leaderboard board, ProductSales sales, ShopProperties shop) {
        this.board = board;
        this.sales = sales;
        this.shop = shop;
    }

    /** The first so many, at most 100. A product's place may be a minute old, its figures never are. */
    public List<ProductFigures> first(int limit) {
        var ranked = board.top(limit);
        return ranked.isEmpty() ? rebuild().stream().limit(limit).toList() : sales.of(ranked, shop.currency());
    }

    private List<ProductFigures> rebuild() {
        var products = sales.top(BOARD, shop.currency());
        board.fill(products);
        return products;
    }
}
