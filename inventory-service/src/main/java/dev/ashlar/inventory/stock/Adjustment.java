package dev.ashlar.inventory.stock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A correction of what is available, by delivery, loss or count.
 *
 * @param delta pieces that came, or went if negative; never 0
 * @param by the admin; null: the service itself
 */
public record Adjustment(UUID productId, int delta, String reason, @Nullable UUID by) {}
