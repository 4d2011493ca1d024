package dev.ashlar.inventory.catalogue;

import dev.ashlar.inventory.catalogue.events.ProductChanged;
import dev.ashlar.messaging.Outbox;
import dev.ashlar.pictures.Pictures;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The products of the shop. Each change locks the product first and publishes the event in the same transaction (ADR 3). */
@Service
public class Catalogue {

    private final Products products;
    private final Outbox outbox;
    private final Pictures pictures;
    private final Clock clock;

    Catalogue(Products products, Outbox outbox, Pictures pictures, Clock clock) {
        this.products = products;
        this.outbox = outbox;
        this.pictures = pictures;
        this.clock = clock;
    }

    public Optional<Product> find(UUID id) {
        return products.findById(id);
    }

    /** True if each id is the id of a product. */
    public boolean hasAll(Set<UUID> ids) {
        return products.countByIdIn(ids) == ids.size();
    }

    public boolean hasSku(String sku) {
        return products.existsBySku(sku);
    }

    /**
     * Adds a product without stock.
     *
     * @throws SkuTaken if another product has the SKU
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
            throw new SkuTaken(sku, e); // a concurrent request added it after our check; only the SKU is unique
        }
        return product;
    }

    /** Changes the details of a product. The revision runs under the lock and may throw. Empty if there is no such product. */
    @Transactional
    public Optional<Product> revise(UUID id, Function<Product, ProductDetails> revision) {
        var found = products.lock(Set.of(id));
        change(found, product -> product.describe(revision.apply(product), clock.instant()));
        return found.stream().findFirst();
    }

    /**
     * Replaces the picture of a product. Empty if there is no such product.
     *
     * @param url the path of a picture in {@link Pictures}
     * @param precondition receives the current version, and throws to prevent the change
     */
    @Transactional
    public Optional<Product> showImage(UUID id, String url, LongConsumer precondition) {
        var found = products.lock(Set.of(id));
        change(found, product -> {
            precondition.accept(product.version());
            var replaced = product.imageUrl();
            var changes = product.showImage(url, clock.instant());
            if (changes) {
                pictures.release(replaced);
            }
            return changes;
        });
        return found.stream().findFirst();
    }

    /** Marks products as sold out or in stock. A new value is a change of the product, with its own event (ADR 23). */
    @Transactional(propagation = Propagation.MANDATORY)
    public void setInStock(Collection<UUID> ids, boolean inStock) {
        if (!ids.isEmpty()) {
            change(products.lock(ids), product -> product.setInStock(inStock, clock.instant()));
        }
    }

    private void change(List<Product> locked, Predicate<Product> change) {
        save(locked.stream().filter(change).toList());
    }

    private void save(List<Product> changed) {
        products.saveAllAndFlush(changed);
        changed.forEach(product -> outbox.append(ProductChanged.TOPIC, product.id(), ProductChanged.of(product)));
    }
}
