package dev.ashlar.email.mail;

import dev.ashlar.messaging.Origin;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail that a worker has claimed.
 *
 * @param attempts the number of attempts, including the current one
 * @param origin the request and the trace that changed the order
 */
record Email(UUID id, Template template, Order order, int attempts, Instant createdAt, Origin origin) {

    /**
     * The same for each attempt, and after the queue is rebuilt from the events, so a receiver can detect duplicates (RFC 5322,
     * section 3.6.4).
     */
    String messageId() {
        return "<" + template.code() + "." + order.id() + "@ashlar.local>";
    }
}
