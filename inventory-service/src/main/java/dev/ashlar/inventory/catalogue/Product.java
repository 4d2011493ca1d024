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

/** A product. Each change adds 1 to its version. */
@Entity
@Table(name = "products")
@DynamicUpdate // so a change of inStock does not compute the search vector anew
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

    /** For JPA. */
    protected Product() {}

    /** Versions in events start at 1. Hibernate would start at 0. */
    @PrePersist
    void countFromOne() {
        version = 1;
    }

    /** Returns false if nothing changes. */
    boolean describe(ProductDetails details, Instant now) {
        if (details.equals(this.details)) {
            return false;
        }
        this.details = details;
        updatedAt = now;
        return true;
    }

    /** Returns false if nothing changes. */
    boolean showImage(String url, Instant now) {
        if (url.equals(imageUrl)) {
            return false;
        }
        imageUrl = url;
        updatedAt = now;
        return true;
    }

    /** Returns false if nothing changes. */
    boolean setInStock(boolean inStock, Instant now) {
        if (inStock == this.inStock) {
            return false;
        }
        this.inStock = inStock;
        updatedAt = now;
        return true;
    }

    /** Spring Data can't tell from the id: it is set from the start. */
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

    /** Starts at 1. */
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
