/** Internal: retries of failed events, and dead letters. */
@NullMarked
package dev.ashlar.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
