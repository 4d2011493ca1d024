package dev.ashlar.analytics.ranking;

import java.util.List;

/** These products' sums in this currency are now as given; acted upon once the transaction has committed. */
record QuantitiesChanged(String currency, List<ProductFigures> products) {}
