package dev.ashlar.email.mail;

import dev.ashlar.messaging.Origin;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail that a courier holds.
 *
 * @param attempts how many there were, this one included
 * @param origin the request and the trace that the order's change came from
 */
record Email(UUID id, Template template, Order order, int attempts, Instant createdAt, Origin origin) {

    /**
     * Made of what the mail is about, so that a receiver recognises a repetition, be it another attempt or the mail of a queue
     * that was built anew (RFC 5322, section 3.6.4).
     */
    String messageId() {
        return "<" + template.code() + "." + order.id() + "@ashlar.local>";
    }
}
