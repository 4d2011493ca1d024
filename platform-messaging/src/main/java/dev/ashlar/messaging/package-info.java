/** Events: envelope, outbox, inbox, blocking retries, dead letters (ADR 3, 4, 5). */
@NullMarked
package dev.ashlar.messaging;

import org.jspecify.annotations.NullMarked;
