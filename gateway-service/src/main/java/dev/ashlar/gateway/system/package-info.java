/** The state of the whole system: the detailed health of every instance. */
@NullMarked
package dev.ashlar.gateway.system;

import org.jspecify.annotations.NullMarked;
