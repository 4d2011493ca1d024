/** The service's own copy of the catalogue's prices (ADR 2). */
@NullMarked
package dev.ashlar.order.pricing;

import org.jspecify.annotations.NullMarked;
