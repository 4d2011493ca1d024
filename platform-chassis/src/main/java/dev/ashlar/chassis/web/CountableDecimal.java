package dev.ashlar.chassis.web;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers.BigDecimalDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads decimals with as many digits as can be counted. An exponent of ten digits lets {@code precision() - scale()} overflow: by
 * that count, which validators rely on, {@code 1e2147483647} is shorter than {@code 1}.
 */
final class CountableDecimal extends StdScalarDeserializer<BigDecimal> {

    private static final int MAX_SCALE = 1_000;

    CountableDecimal() {
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
