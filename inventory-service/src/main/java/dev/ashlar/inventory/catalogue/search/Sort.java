package dev.ashlar.inventory.catalogue.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The orders a list can have. Equal keys are in the order of ids, in the same direction. */
public enum Sort {

    RELEVANCE("relevance", "p.rank", true), //
    NAME("name", "p.name COLLATE \"C\"", false), //
    PRICE("price", "p.price", false), //
    DEAREST("-price", "p.price", true), //
    NEWEST("-updated_at", "p.updated_at", true);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}(\\.\\d{1,6})?");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-[0-9T:.-]{1,30}Z");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,200}");

    private final String parameter;
    private final String column;
    private final boolean descending;

    Sort(String parameter, String column, boolean descending) {
        this.parameter = parameter;
        this.column = column;
        this.descending = descending;
    }

    /** The order that callers know by this name. */
    public static Optional<Sort> named(String parameter) {
        return Arrays.stream(values()).filter(sort -> sort.parameter.equals(parameter)).findFirst();
    }

    /** What a hit is sorted by. */
    public Object key(Hit hit) {
        return switch (this) {
            case RELEVANCE -> hit.rank().toPlainString();
            case NAME -> hit.product().details().name();
            case PRICE, DEAREST -> hit.product().details().price();
            case NEWEST -> hit.product().updatedAt();
        };
    }

    /** Reads a key back; what comes from outside must not reach the database unless it can be one. */
    public Object parse(String key) {
        return switch (this) {
            case RELEVANCE, PRICE, DEAREST -> new BigDecimal(matching(NUMBER, key));
            case NAME -> matching(TEXT, key);
            case NEWEST -> Instant.parse(matching(INSTANT, key));
        };
    }

    private static String matching(Pattern pattern, String key) {
        if (!pattern.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a key of this order");
        }
        return key;
    }

    String after() {
        return "(" + column + ", p.id) " + (descending ? "<" : ">") + " (:key, :id)";
    }

    String orderBy() {
        var direction = descending ? " DESC" : " ASC";
        return column + direction + ", p.id" + direction;
    }
}
