package dev.ashlar.inventory.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A correction of the available stock, after a delivery, a loss or a count.
 *
 * @param delta pieces to add, or to remove if negative; never 0
 * @param by id of the admin; null if the service itself makes the adjustment
 */
public record Adjustment(UUID productId, int delta, String reason, @Nullable UUID by) {}
