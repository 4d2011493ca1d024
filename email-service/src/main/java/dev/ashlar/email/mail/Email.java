package dev.ashlar.email.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail that a courier holds.
 *
 * @param attempts how many there were, this one included
 */
record Email(UUID id, Template template, Order order, int attempts, Instant createdAt) {

    /** The same for each attempt, so that a receiver recognises a repetition (RFC 5322, section 3.6.4). */
    String messageId() {
        return "<" + id + "@ashlar.local>";
    }
}
