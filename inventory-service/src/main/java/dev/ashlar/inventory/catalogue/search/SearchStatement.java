package dev.ashlar.inventory.catalogue.search;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.ashlar.inventory.catalogue.search.SearchTerms.Terms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SQL of one search. Only the conditions asked for are in it, so that each combination is planned by its own indexes. */
record SearchStatement(String sql, Map<String, Object> parameters) {

    /** So many matches are ranked. Of more, those that PostgreSQL comes to first are. */
    private static final int RANKED = 500;

    /** The same of a text with a range of prices, for which many products are looked at in vain. */
    private static final int RANKED_BY_PRICE = 200;

    /** So many matches are sorted. Of more, an index gives the order. */
    private static final int SORTED = 2_000;

    /** So many products are looked at for a text that only says what not to find, which no index answers. */
    private static final int LOOKED_AT = 5_000;

    /** The parts of the products that have an index each, small to large: common words are answered by the first. */
    private static final List<String> PARTS = List.of("= 0", "BETWEEN 1 AND 3", "BETWEEN 4 AND 63", "> 63");

    /** With a range of prices, most matches in the two smallest parts would be read in vain. */
    private static final List<String> PARTS_BY_PRICE = List.of("BETWEEN 4 AND 63", "= 0", "BETWEEN 1 AND 3", "> 63");

    SearchStatement {
        parameters = parameters.entrySet().stream().filter(parameter -> sql.contains(":" + parameter.getKey()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Counts matches, as far as it matters. */
    static SearchStatement count(Criteria criteria, Terms terms) {
        var most = criteria.sort() == Sort.RELEVANCE ? ProductSearch.FEW : SORTED;
        var parameters = parameters(criteria);
        parameters.put("query", terms.query());
        return new SearchStatement("SELECT count(*) FROM " + matches("p.id", "query", terms, criteria, most),
                parameters);
    }

    /** All products that the filters let through. */
    static SearchStatement list(Criteria criteria, @Nullable Position after) {
        var parameters = parameters(criteria);
        return new SearchStatement(
                "SELECT {p.*}, CAST(0 AS numeric) AS hit_rank FROM products p WHERE " + filters(criteria)
                        + after(criteria, after, parameters) + orderBy(criteria),
                parameters);
    }

    static SearchStatement matching(Criteria criteria, Matching matching, @Nullable Position after, int limit) {
        return criteria.sort() == Sort.RELEVANCE
                ? ranked(criteria, matching, after, limit)
                : sorted(criteria, matching, after);
    }

    /** Products of the same name, then with the same words, then with nearly the same. */
    private static SearchStatement ranked(Criteria criteria, Matching matching, @Nullable Position after, int limit) {
        var parameters = parameters(criteria);
        parameters.put("text", String.valueOf(criteria.text()));
        parameters.put("exact", matching.exact().query());
        var tiers = "(SELECT p.id, 2 + " + rank("exact") + " AS rank FROM products p WHERE " + filters(criteria)
                + " AND p.search @@ CAST(:exact AS tsquery) AND search_words(p.name) = search_words(:text) LIMIT "
                + most(criteria)
                + ") UNION ALL SELECT id, 1 + rank FROM " + ranked("exact", matching.exact(), criteria);
        if (matching.wide() != null) {
            parameters.put("wide", matching.wide().query());
            tiers += " UNION ALL SELECT id, rank FROM " + ranked("wide", matching.wide(), criteria);
        }
        return new SearchStatement(
                "SELECT {p.*}, f.rank AS hit_rank FROM (SELECT * FROM (SELECT id, max(rank) AS rank FROM ("
                        + tiers + ") tier GROUP BY id) p WHERE true" + after(criteria, after, parameters)
                        + orderBy(criteria)
                        + " LIMIT " + limit + ") f JOIN products p ON p.id = f.id ORDER BY f.rank DESC, p.id DESC",
                parameters);
    }

    private static SearchStatement sorted(Criteria criteria, Matching matching, @Nullable Position after) {
        var terms = matching.wide() == null ? matching.exact() : matching.wide();
        var parameters = parameters(criteria);
        parameters.put("query", terms.query());
        var source = matching.found() < SORTED
                ? matches("p.*", "query", terms, criteria, SORTED) + " WHERE true"
                : "products p WHERE " + filters(criteria) + " AND p.search @@ CAST(:query AS tsquery)";
        return new SearchStatement("SELECT {p.*}, CAST(0 AS numeric) AS hit_rank FROM " + source
                + after(criteria, after, parameters) + orderBy(criteria), parameters);
    }

    private static String ranked(String query, Terms terms, Criteria criteria) {
        return matches("p.id, " + rank(query) + " AS rank", query, terms, criteria, most(criteria));
    }

    private static int most(Criteria criteria) {
        return hasPrices(criteria) ? RANKED_BY_PRICE : RANKED;
    }

    private static boolean hasPrices(Criteria criteria) {
        return criteria.minPrice() != null || criteria.maxPrice() != null;
    }

    /** The matches up to a number: one index after the other is asked, and none once there are enough. */
    private static String matches(String columns, String query, Terms terms, Criteria criteria, int most) {
        var condition = "p.search @@ (CAST(:%s AS tsquery)%s)".formatted(query,
                criteria.category() == null ? "" : " && CAST(:wordOfCategory AS tsquery)");
        if (!terms.indexed()) {
            return "(SELECT %s FROM (SELECT * FROM products p WHERE %s LIMIT %d) p WHERE %s LIMIT %d) p"
                    .formatted(columns, filters(criteria), LOOKED_AT, condition, most);
        }
        return (hasPrices(criteria) ? PARTS_BY_PRICE : PARTS).stream()
                .map(part -> "SELECT %s FROM products p WHERE uuid_hash(p.id) & 255 %s AND %s AND %s".formatted(columns,
                        part,
                        condition, prices(criteria)))
                .collect(joining(" UNION ALL ", "(", " LIMIT " + most + ") p"));
    }

    private static String rank(String query) {
        return "round(CAST(ts_rank(p.search, CAST(:%s AS tsquery)) AS numeric), 6)".formatted(query);
    }

    private static String filters(Criteria criteria) {
        return prices(criteria) + (criteria.category() == null ? "" : " AND p.category = :category");
    }

    private static String prices(Criteria criteria) {
        return "true" + (criteria.minPrice() == null ? "" : " AND p.price >= :minPrice")
                + (criteria.maxPrice() == null ? "" : " AND p.price <= :maxPrice");
    }

    private static String after(Criteria criteria, @Nullable Position after, Map<String, Object> parameters) {
        if (after == null) {
            return "";
        }
        parameters.putAll(Map.of("key", after.key(), "id", after.id()));
        return " AND " + criteria.sort().after();
    }

    private static String orderBy(Criteria criteria) {
        return " ORDER BY " + criteria.sort().orderBy();
    }

    private static Map<String, Object> parameters(Criteria criteria) {
        var parameters = new HashMap<String, Object>();
        if (criteria.category() != null) {
            parameters.put("category", criteria.category());
            parameters.put("wordOfCategory", "'=" + criteria.category().replace("\\", "\\\\").replace("'", "''") + "'");
        }
        if (criteria.minPrice() != null) {
            parameters.put("minPrice", criteria.minPrice());
        }
        if (criteria.maxPrice() != null) {
            parameters.put("maxPrice", criteria.maxPrice());
        }
        return parameters;
    }
}
