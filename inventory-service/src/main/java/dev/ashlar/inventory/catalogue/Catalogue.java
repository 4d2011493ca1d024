package dev.ashlar.inventory.catalogue;

import dev.ashlar.messaging.Outbox;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The products of the shop. Whatever changes one locks it first, and tells of it in the same transaction (ADR 3). */
@Service
public class Catalogue {

    /** The compacted topic of {@code product.changed}, keyed by product. */
    public static final String TOPIC = "products";

    private final Products products;
    private final Outbox outbox;
    private final Clock clock;

    Catalogue(Products products, Outbox outbox, Clock clock) {
        this.products = products;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Optional<Product> find(UUID id) {
        return products.findById(id);
    }

    /** Whether there is a product of each id. */
    public boolean hasAll(Set<UUID> ids) {
        return products.countByIdIn(ids) == ids.size();
    }

    public boolean hasSku(String sku) {
        return products.existsBySku(sku);
    }

    /**
     * Adds a product, of which there is no stock yet.
     *
     * @throws SkuTaken if there is one with that SKU
     */
    @Transactional
    public Product add(UUID id, String sku, ProductDetails details) {
        if (hasSku(sku)) {
            throw new SkuTaken(sku, null);
        }
        var product = new Product(id, sku, details, clock.instant());
        try {
            save(List.of(product));
        } catch (DataIntegrityViolationException e) {
            throw new SkuTaken(sku, e); // added by somebody else since we looked; nothing else about it is unique
        }
        return product;
    }

    /** Describes a product anew. The revision sees it locked, and may refuse by an exception. Empty if there is none. */
    @Transactional
    public Optional<Product> revise(UUID id, Function<Product, ProductDetails> revision) {
        var found = products.lock(Set.of(id));
        change(found, product -> product.describe(revision.apply(product), clock.instant()));
        return found.stream().findFirst();
    }

    /** Shows whether any of the products are available: a flip is a change of the product (ADR 23). */
    @Transactional(propagation = Propagation.MANDATORY)
    public void show(Collection<UUID> ids, boolean available) {
        if (!ids.isEmpty()) {
            change(products.lock(ids), product -> product.show(available, clock.instant()));
        }
    }

    private void change(List<Product> locked, Predicate<Product> change) {
        save(locked.stream().filter(change).toList());
    }

    private void save(List<Product> changed) {
        products.saveAllAndFlush(changed);
        changed.forEach(product -> outbox.append(TOPIC, product.id(), ProductChanged.of(product)));
    }
}
