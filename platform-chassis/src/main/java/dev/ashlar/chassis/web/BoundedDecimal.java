package dev.ashlar.chassis.web;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers.BigDecimalDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads decimals whose scale is between -1000 and 1000. Validators compute {@code precision() - scale()}, which
 * overflows for {@code 1e2147483647}, so they would accept that number.
 */
final class BoundedDecimal extends StdScalarDeserializer<BigDecimal> {

    private static final int MAX_SCALE = 1_000;

    BoundedDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser json, DeserializationContext context) {
        var decimal = BigDecimalDeserializer.instance.deserialize(json, context);
        return decimal == null || Math.abs((long) decimal.scale()) <= MAX_SCALE
                ? decimal
                : (BigDecimal) context.handleWeirdNumberValue(BigDecimal.class, decimal, "too large an exponent");
    }
}
