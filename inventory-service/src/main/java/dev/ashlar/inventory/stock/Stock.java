package dev.ashlar.inventory.stock;

import dev.ashlar.inventory.catalogue.Catalogue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes stock. If a product sells out or returns, the same transaction changes the product in the catalogue (ADR 6, 23). */
@Service
public class Stock {

    /** The maximum of available and reserved pieces of one product, added up. */
    public static final int MAX_PIECES = 1_000_000_000;

    private final StockTable table;
    private final Catalogue catalogue;

    Stock(StockTable table, Catalogue catalogue) {
        this.table = table;
        this.catalogue = catalogue;
    }

    /** Empty if there is no such product. */
    @Transactional(readOnly = true)
    public Optional<StockLevel> level(UUID product) {
        return table.find(product).or(() -> catalogue.find(product).map(_ -> StockLevel.NONE));
    }

    /** Makes an adjustment and records it. */
    @Transactional
    public StockLevel adjust(Adjustment adjustment) {
        var product = adjustment.productId();
        if (!catalogue.hasAll(Set.of(product))) {
            throw new AdjustmentRefused.UnknownProduct();
        }
        var level = table.adjust(product, adjustment.delta()).orElseThrow(AdjustmentRefused.OutOfBounds::new);
        table.record(adjustment);
        var before = level.available() - adjustment.delta();
        if (before == 0 || level.available() == 0) {
            catalogue.setInStock(Set.of(product), level.available() > 0);
        }
        return level;
    }

    /** Locks the stock of products before several orders change it in one transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<UUID> products) {
        if (!products.isEmpty()) {
            table.lock(products);
        }
    }

    /**
     * Reserves all lines or none.
     *
     * @param lines each of another product
     * @return false if one line exceeds the available stock
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reserve(List<StockLine> lines) {
        var reserved = table.reserve(lines);
        if (reserved.size() < lines.size()) {
            table.release(reserved);
            return false;
        }
        catalogue.setInStock(table.soldOut(lines), false);
        return true;
    }

    /** Makes reserved lines available again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(List<StockLine> lines) {
        table.release(lines);
        catalogue.setInStock(table.backInStock(lines), true);
    }
}
