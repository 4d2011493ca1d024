package dev.ashlar.order.order;

import java.util.UUID;

/** A line as it is asked for: without a price. */
public record WantedLine(UUID productId, int quantity) {}
