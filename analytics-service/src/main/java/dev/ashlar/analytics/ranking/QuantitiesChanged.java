package dev.ashlar.analytics.ranking;

import java.util.List;

/** These products' sums are now as given; acted upon once the transaction has committed. */
record QuantitiesChanged(List<ProductFigures> products) {}
