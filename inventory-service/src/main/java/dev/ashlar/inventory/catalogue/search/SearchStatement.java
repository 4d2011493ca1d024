package dev.ashlar.inventory.catalogue.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The SQL of one search. Only the conditions asked for are in it, so that each combination is planned by its own indexes. */
record SearchStatement(String sql, Map<String, Object> parameters) {

    private static final String ALL = "(SELECT *, CAST(0 AS numeric) AS rank FROM products) p";
    private static final String MATCHING = """
            (SELECT products.*, round(CAST(ts_rank(search, query) AS numeric), 6) AS rank
             FROM products, websearch_to_tsquery('english', :text) query WHERE search @@ query) p""";

    /**
     * Of a row of hyphens PostgreSQL takes each for one more "not", and gives up on 33. One right before a word or a phrase is what
     * people mean; between words it joins them. PostgreSQL skips blanks and these operators.
     */
    private static final Pattern STRAY_HYPHEN = Pattern.compile("-(?=[\\s\\p{Z}!&|()-]|$)");

    static SearchStatement of(Criteria criteria, @Nullable Position after) {
        var conditions = new ArrayList<>(List.of("true"));
        var parameters = new HashMap<String, Object>();
        if (criteria.text() != null) {
            parameters.put("text", STRAY_HYPHEN.matcher(criteria.text()).replaceAll(""));
        }
        if (criteria.category() != null) {
            conditions.add("p.category = :category");
            parameters.put("category", criteria.category());
        }
        if (criteria.minPrice() != null) {
            conditions.add("p.price >= :minPrice");
            parameters.put("minPrice", criteria.minPrice());
        }
        if (criteria.maxPrice() != null) {
            conditions.add("p.price <= :maxPrice");
            parameters.put("maxPrice", criteria.maxPrice());
        }
        if (after != null) {
            conditions.add(criteria.sort().after());
            parameters.putAll(Map.of("key", after.key(), "id", after.id()));
        }
        var sql = "SELECT {p.*}, p.rank AS hit_rank FROM " + (criteria.text() == null ? ALL : MATCHING) + " WHERE "
                + String.join(" AND ", conditions) + " ORDER BY " + criteria.sort().orderBy();
        return new SearchStatement(sql, parameters);
    }
}
