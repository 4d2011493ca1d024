package dev.ashlar.email.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The order data that a mail shows. Stored as JSON in the queue.
 *
 * @param version the order's version after the change. Mails of one order are sent in this sequence
 * @param total in {@code currency} (ISO 4217) with two decimal digits, like the unit prices
 * @param reason the code of a rejection or cancellation, if the event has one
 */
public record Order(UUID id, long version, UUID userId, List<Line> lines, BigDecimal total, String currency,
        @Nullable String reason) {

    /**
     * @param name the product's name at the time of the order. Null if an older order-service published the event without names
     */
    public record Line(UUID productId, @Nullable String name, int quantity, BigDecimal unitPrice) {

        private static final Pattern UNPRINTABLE = Pattern
                .compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");
        private static final int MAX_TITLE = 200;

        /** The name on one line of at most 200 characters, without control and text-direction characters. */
        @JsonIgnore
        public String title() {
            var printable = name == null ? "" : UNPRINTABLE.matcher(name).replaceAll(" ").strip();
            if (printable.isEmpty()) {
                return "Product " + productId.toString().substring(24);
            }
            return printable.codePointCount(0, printable.length()) <= MAX_TITLE
                    ? printable
                    : printable.substring(0, printable.offsetByCodePoints(0, MAX_TITLE - 1)) + "…";
        }
    }

    /** The last 12 digits of the id, which are random in a UUIDv7. */
    @JsonIgnore
    public String number() {
        return id.toString().substring(24);
    }
}
