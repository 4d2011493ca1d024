package dev.ashlar.email.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mail tells of an order.
 *
 * @param version of the order after the change that the mail is about; its mails go out in this sequence
 * @param total and the lines' prices in {@code currency} (ISO 4217), two digits
 * @param reason a code, where there is one
 */
public record Order(UUID id, long version, UUID userId, List<Line> lines, BigDecimal total, String currency,
        @Nullable String reason) {

    /**
     * One product of the order.
     *
     * @param name at the time of the order; null if the order's event came from a version that told none
     */
    public record Line(UUID productId, @Nullable String name, int quantity, BigDecimal unitPrice) {

        private static final Pattern NOT_PRINTED = Pattern
                .compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");
        private static final int LONGEST_TITLE = 200;

        /** The name on one line of at most 200 characters, without what would move the text around it. */
        @JsonIgnore
        public String title() {
            var printed = name == null ? "" : NOT_PRINTED.matcher(name).replaceAll(" ").strip();
            if (printed.isEmpty()) {
                return "Product " + productId.toString().substring(24);
            }
            return printed.codePointCount(0, printed.length()) <= LONGEST_TITLE
                    ? printed
                    : printed.substring(0, printed.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
        }
    }

    /** Short enough to be read out; the end of a UUIDv7 is its random part. */
    @JsonIgnore
    public String number() {
        return id.toString().substring(24);
    }
}
