package dev.ashlar.inventory.stock;

import dev.ashlar.inventory.catalogue.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves stock, and shows in the catalogue when a product sells out or returns, in the same transaction (ADR 6, 23). */
@Service
public class Stock {

    /** The most pieces of one product, available and reserved together. */
    public static final int MOST = 1_000_000_000;

    private final StockTable table;
    private final Catalogue catalogue;

    Stock(StockTable table, Catalogue catalogue) {
        this.table = table;
        this.catalogue = catalogue;
    }

    /** Empty if there is no such product. */
    @Transactional(readOnly = true)
    public Optional<Level> level(UUID product) {
        return table.find(product).or(() -> catalogue.find(product).map(_ -> Level.NONE));
    }

    /** Makes an adjustment and records it, or changes nothing. */
    @Transactional
    public Adjusted adjust(Adjustment adjustment) {
        var product = adjustment.productId();
        if (!catalogue.hasAll(Set.of(product))) {
            return new Adjusted.UnknownProduct();
        }
        return table.adjust(product, adjustment.delta()).<Adjusted>map(level -> {
            table.record(adjustment);
            show(product, level.available() - adjustment.delta(), level.available());
            return new Adjusted.To(level);
        }).orElseGet(Adjusted.OutOfBounds::new);
    }

    /** Reserves all lines, or none and answers false. A product may be in one line only. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reserve(List<Line> lines) {
        var taken = table.take(lines);
        if (taken.size() < lines.size()) {
            table.giveBack(taken);
            return false;
        }
        catalogue.show(table.soldOut(lines), false);
        return true;
    }

    /** Makes what was reserved available again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(List<Line> lines) {
        table.giveBack(lines);
        catalogue.show(table.nothingBut(lines), true);
    }

    private void show(UUID product, int before, int after) {
        if (before == 0 || after == 0) {
            catalogue.show(Set.of(product), after > 0);
        }
    }
}
