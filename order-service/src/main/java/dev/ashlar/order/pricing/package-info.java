/** This service's own copy of all prices (ADR 2). */
@NullMarked
package dev.ashlar.order.pricing;

import org.jspecify.annotations.NullMarked;
