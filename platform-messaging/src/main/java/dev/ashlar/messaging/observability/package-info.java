/** Internal: request ids, causes and health. */
@NullMarked
package dev.ashlar.messaging.observability;

import org.jspecify.annotations.NullMarked;
