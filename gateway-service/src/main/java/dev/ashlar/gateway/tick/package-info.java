/** Short work that the gateway repeats until its last request is complete. */
@NullMarked
package dev.ashlar.gateway.tick;

import org.jspecify.annotations.NullMarked;
