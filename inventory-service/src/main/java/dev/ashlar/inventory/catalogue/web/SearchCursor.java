package dev.ashlar.inventory.catalogue.web;

import dev.ashlar.chassis.web.CanonicalUuid;
import dev.ashlar.chassis.web.Cursor;
import dev.ashlar.inventory.catalogue.search.KeysetPosition;
import dev.ashlar.inventory.catalogue.search.SearchCriteria;
import dev.ashlar.inventory.catalogue.search.SearchHit;
import org.jspecify.annotations.Nullable;

/** The position after a page. It is valid for one search only, because other criteria would skip or repeat products. */
final class SearchCursor {

    private static final String LIST = "products";

    private SearchCursor() {}

    static Cursor of(SearchCriteria criteria, SearchHit last) {
        return Cursor.of(LIST, fingerprint(criteria), criteria.sort().key(last), last.product().id());
    }

    /** @return null for the first page */
    static @Nullable KeysetPosition read(SearchCriteria criteria, @Nullable String cursor) {
        return Cursor.read(LIST, cursor, 3, parts -> {
            if (!parts.getFirst().equals(fingerprint(criteria))) {
                throw new IllegalArgumentException("The cursor belongs to another search");
            }
            return new KeysetPosition(criteria.sort().parse(parts.get(1)), CanonicalUuid.parse(parts.get(2)));
        });
    }

    /** The text that all releases hash, so that cursors stay valid during a rolling update. */
    static String fingerprint(SearchCriteria criteria) {
        var sort = switch (criteria.sort()) {
            case PRICE_DESCENDING -> "DEAREST";
            case UPDATED_DESCENDING -> "NEWEST";
            default -> criteria.sort().name();
        };
        return Integer.toHexString("Criteria[text=%s, category=%s, minPrice=%s, maxPrice=%s, sort=%s]"
                .formatted(criteria.text(), criteria.category(), criteria.minPrice(), criteria.maxPrice(), sort)
                .hashCode());
    }
}
