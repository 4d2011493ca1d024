package dev.ashlar.inventory.catalogue.web;

import dev.ashlar.chassis.web.CanonicalUuid;
import dev.ashlar.chassis.web.Cursor;
import dev.ashlar.inventory.catalogue.search.Criteria;
import dev.ashlar.inventory.catalogue.search.Hit;
import dev.ashlar.inventory.catalogue.search.Position;
import org.jspecify.annotations.Nullable;

/** Where a page of a search ended. It belongs to that search: with other criteria it would skip or repeat products. */
final class SearchCursor {

    private static final String LIST = "products";

    private SearchCursor() {}

    static Cursor of(Criteria criteria, Hit last) {
        return Cursor.of(LIST, fingerprint(criteria), criteria.sort().key(last), last.product().id());
    }

    /** @return null at the beginning */
    static @Nullable Position read(Criteria criteria, @Nullable String cursor) {
        return Cursor.read(LIST, cursor, 3, parts -> {
            if (!parts.getFirst().equals(fingerprint(criteria))) {
                throw new IllegalArgumentException("The cursor of another search");
            }
            return new Position(criteria.sort().parse(parts.get(1)), CanonicalUuid.parse(parts.get(2)));
        });
    }

    private static String fingerprint(Criteria criteria) {
        return Integer.toHexString(criteria.toString().hashCode());
    }
}
