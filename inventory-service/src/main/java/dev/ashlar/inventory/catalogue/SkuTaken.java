package dev.ashlar.inventory.catalogue;

import org.jspecify.annotations.Nullable;

/** Another product has this SKU already. */
public final class SkuTaken extends RuntimeException {

    SkuTaken(String sku, @Nullable Throwable cause) {
        super("A product with SKU " + sku + " exists", cause);
    }
}
