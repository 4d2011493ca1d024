/** The edge: one address for the whole API. */
@NullMarked
package dev.ashlar.gateway;

import org.jspecify.annotations.NullMarked;
