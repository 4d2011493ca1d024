package dev.ashlar.analytics.ranking;

import java.math.BigDecimal;
import java.util.UUID;

/** How much of a product was sold, in pieces and in money. */
public record ProductFigures(UUID productId, long quantity, BigDecimal revenue) {}
