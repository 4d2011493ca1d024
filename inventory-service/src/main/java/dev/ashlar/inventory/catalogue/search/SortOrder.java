package dev.ashlar.inventory.catalogue.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The sort orders of a list. Products with equal keys are sorted by id, in the same direction. */
public enum SortOrder {

    RELEVANCE("relevance", "p.rank", true), //
    NAME("name", "p.name COLLATE \"C\"", false), //
    PRICE("price", "p.price", false), //
    PRICE_DESCENDING("-price", "p.price", true), //
    UPDATED_DESCENDING("-updated_at", "p.updated_at", true);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,10}(\\.\\d{1,6})?");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-[0-9T:.-]{1,30}Z");
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,200}");

    private final String parameter;
    private final String column;
    private final boolean descending;

    SortOrder(String parameter, String column, boolean descending) {
        this.parameter = parameter;
        this.column = column;
        this.descending = descending;
    }

    /** The value of the query parameter {@code sort}. */
    public static Optional<SortOrder> named(String parameter) {
        return Arrays.stream(values()).filter(sort -> sort.parameter.equals(parameter)).findFirst();
    }

    /** The hit's value of the sort column. */
    public Object key(SearchHit hit) {
        return switch (this) {
            case RELEVANCE -> hit.rank().toPlainString();
            case NAME -> hit.product().details().name();
            case PRICE, PRICE_DESCENDING -> hit.product().details().price();
            case UPDATED_DESCENDING -> hit.product().updatedAt();
        };
    }

    /** Parses a key of a cursor. Clients may send any text, so only valid keys reach the database. */
    public Object parse(String key) {
        return switch (this) {
            case RELEVANCE, PRICE, PRICE_DESCENDING -> new BigDecimal(matching(NUMBER, key));
            case NAME -> matching(TEXT, key);
            case UPDATED_DESCENDING -> Instant.parse(matching(INSTANT, key));
        };
    }

    private static String matching(Pattern pattern, String key) {
        if (!pattern.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a key of this sort order");
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
