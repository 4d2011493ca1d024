package dev.ashlar.email.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
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

    /** One product of the order. */
    public record Line(UUID productId, int quantity, BigDecimal unitPrice) {}

    /** Short enough to be read out; the end of a UUIDv7 is its random part. */
    @JsonIgnore
    public String number() {
        return id.toString().substring(24);
    }
}
