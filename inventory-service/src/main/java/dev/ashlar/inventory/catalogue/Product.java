package dev.ashlar.inventory.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A product as callers and events show it. Each change of it counts its version up. */
@Entity
@Table(name = "products")
@DynamicUpdate // a flip of inStock leaves the searched columns alone, and with them the search vector
public class Product implements Persistable<UUID> {

    @Id
    private UUID id;
    @Version
    private long version;
    private String sku;
    private ProductDetails details;
    private @Nullable String imageUrl;
    private boolean inStock;
    private Instant createdAt;
    private Instant updatedAt;

    Product(UUID id, String sku, ProductDetails details, Instant now) {
        this.id = id;
        this.sku = sku;
        this.details = details;
        this.createdAt = now;
        this.updatedAt = now;
    }

    protected Product() {} // JPA's

    /** Events count versions from one, Hibernate from zero. */
    @PrePersist
    void countFromOne() {
        version = 1;
    }

    /** Describes the product anew; false if that is what was said before. */
    boolean describe(ProductDetails described, Instant now) {
        if (described.equals(details)) {
            return false;
        }
        details = described;
        updatedAt = now;
        return true;
    }

    /** Shows whether any is available; false if that is what it showed before. */
    boolean show(boolean available, Instant now) {
        if (available == inStock) {
            return false;
        }
        inStock = available;
        updatedAt = now;
        return true;
    }

    /** Its id is made before it is saved, and so does not tell. */
    @Override
    public boolean isNew() {
        return version == 0;
    }

    @Override
    public UUID getId() {
        return id;
    }

    public UUID id() {
        return id;
    }

    /** From one, up by one with each change. */
    public long version() {
        return version;
    }

    public String sku() {
        return sku;
    }

    public ProductDetails details() {
        return details;
    }

    public @Nullable String imageUrl() {
        return imageUrl;
    }

    public boolean inStock() {
        return inStock;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
