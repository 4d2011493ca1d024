package dev.ashlar.analytics.ranking;

import java.math.BigDecimal;
import java.util.UUID;

/** Sales of a product: the number of pieces and the revenue. */
public record ProductFigures(UUID productId, long quantity, BigDecimal revenue) {}
