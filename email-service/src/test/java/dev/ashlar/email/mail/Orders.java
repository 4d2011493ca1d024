package dev.ashlar.email.mail;

import com.github.f4b6a3.uuid.UuidCreator;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders as fixtures. */
final class Orders {

    private Orders() {}

    static Order placed(int version) {
        return placed(UuidCreator.getTimeOrderedEpoch(), version);
    }

    static Order placed(UUID id, int version) {
        return of("Desk lamp", id, version);
    }

    static Order of(@Nullable String product) {
        return of(product, UuidCreator.getTimeOrderedEpoch(), 1);
    }

    private static Order of(@Nullable String product, UUID id, int version) {
        var line = new Order.Line(UuidCreator.getTimeOrderedEpoch(), product, 2, new BigDecimal("49.99"));
        return new Order(id, version, UuidCreator.getTimeOrderedEpoch(), List.of(line), new BigDecimal("99.98"), "USD",
                null);
    }
}
