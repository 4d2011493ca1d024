/** Rebuilds the figures from the events of orders while the present figures stay in use (ADR 57). */
@NullMarked
package dev.ashlar.analytics.rebuild;

import org.jspecify.annotations.NullMarked;
