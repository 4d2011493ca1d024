/** Writes accounts and ACLs to Kafka. Runs where Kafka's client is on the class path. */
@NullMarked
package dev.ashlar.infrastructure.access.messaging;

import org.jspecify.annotations.NullMarked;
