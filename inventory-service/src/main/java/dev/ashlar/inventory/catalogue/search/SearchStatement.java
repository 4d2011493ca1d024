package dev.ashlar.inventory.catalogue.search;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.ashlar.inventory.catalogue.search.SearchTerms.TsQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SQL of one search. It contains only the conditions that apply, so that PostgreSQL can use the best index for each combination. */
record SearchStatement(String sql, Map<String, Object> parameters) {

    /** The maximum number of matches to rank. Of more matches, PostgreSQL ranks those that it reads first. */
    private static final int MAX_RANKED = 500;

    /** The maximum with a range of prices, where PostgreSQL reads many products that do not match. */
    private static final int MAX_RANKED_BY_PRICE = 200;

    /** The maximum number of matches to sort. More matches are read in the order of an index. */
    private static final int MAX_SORTED = 2_000;

    /** The maximum number of products to read for a text with exclusions only, which no index supports. */
    private static final int MAX_SCANNED = 5_000;

    /** The partial indexes, from small to large. For common words the first has enough matches. */
    private static final List<String> PARTS = List.of("= 0", "BETWEEN 1 AND 3", "BETWEEN 4 AND 63", "> 63");

    /** With a range of prices, the two smallest partial indexes rarely have enough matches, so they come later. */
    private static final List<String> PARTS_BY_PRICE = List.of("BETWEEN 4 AND 63", "= 0", "BETWEEN 1 AND 3", "> 63");

    SearchStatement {
        parameters = parameters.entrySet().stream().filter(parameter -> sql.contains(":" + parameter.getKey()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Counts matches up to a limit. */
    static SearchStatement count(SearchCriteria criteria, TsQuery terms) {
        var limit = criteria.sort() == SortOrder.RELEVANCE ? ProductSearch.ENOUGH : MAX_SORTED;
        var parameters = parameters(criteria);
        parameters.put("query", terms.query());
        return new SearchStatement("SELECT count(*) FROM " + matches("p.id", "query", terms, criteria, limit),
                parameters);
    }

    /** Lists all products that pass the filters. */
    static SearchStatement list(SearchCriteria criteria, @Nullable KeysetPosition after) {
        var parameters = parameters(criteria);
        return new SearchStatement(
                "SELECT {p.*}, CAST(0 AS numeric) AS hit_rank FROM products p WHERE " + filters(criteria)
                        + after(criteria, after, parameters) + orderBy(criteria),
                parameters);
    }

    static SearchStatement matching(SearchCriteria criteria, TextMatch matching, @Nullable KeysetPosition after,
            int limit) {
        return criteria.sort() == SortOrder.RELEVANCE
                ? ranked(criteria, matching, after, limit)
                : sorted(criteria, matching, after);
    }

    /** Products with the text as their name come first, then those with its words, then those with similar words. */
    private static SearchStatement ranked(SearchCriteria criteria, TextMatch matching, @Nullable KeysetPosition after,
            int limit) {
        var parameters = parameters(criteria);
        parameters.put("text", String.valueOf(criteria.text()));
        parameters.put("exact", matching.exact().query());
        var tiers = "(SELECT p.id, 2 + " + rank("exact") + " AS rank FROM products p WHERE " + filters(criteria)
                + " AND p.search @@ CAST(:exact AS tsquery) AND search_words(p.name) = search_words(:text) LIMIT "
                + most(criteria)
                + ") UNION ALL SELECT id, 1 + rank FROM " + ranked("exact", matching.exact(), criteria);
        if (matching.widened() != null) {
            parameters.put("widened", matching.widened().query());
            tiers += " UNION ALL SELECT id, rank FROM " + ranked("widened", matching.widened(), criteria);
        }
        return new SearchStatement(
                "SELECT {p.*}, f.rank AS hit_rank FROM (SELECT * FROM (SELECT id, max(rank) AS rank FROM ("
                        + tiers + ") tier GROUP BY id) p WHERE true" + after(criteria, after, parameters)
                        + orderBy(criteria)
                        + " LIMIT " + limit + ") f JOIN products p ON p.id = f.id ORDER BY f.rank DESC, p.id DESC",
                parameters);
    }

    private static SearchStatement sorted(SearchCriteria criteria, TextMatch matching, @Nullable KeysetPosition after) {
        var terms = matching.widened() == null ? matching.exact() : matching.widened();
        var parameters = parameters(criteria);
        parameters.put("query", terms.query());
        var source = matching.found() < MAX_SORTED
                ? matches("p.*", "query", terms, criteria, MAX_SORTED) + " WHERE true"
                : "products p WHERE " + filters(criteria) + " AND p.search @@ CAST(:query AS tsquery)";
        return new SearchStatement("SELECT {p.*}, CAST(0 AS numeric) AS hit_rank FROM " + source
                + after(criteria, after, parameters) + orderBy(criteria), parameters);
    }

    private static String ranked(String query, TsQuery terms, SearchCriteria criteria) {
        return matches("p.id, " + rank(query) + " AS rank", query, terms, criteria, most(criteria));
    }

    private static int most(SearchCriteria criteria) {
        return hasPrices(criteria) ? MAX_RANKED_BY_PRICE : MAX_RANKED;
    }

    private static boolean hasPrices(SearchCriteria criteria) {
        return criteria.minPrice() != null || criteria.maxPrice() != null;
    }

    /** The matches, at most {@code most}. PostgreSQL reads one partial index after the other until it has enough. */
    private static String matches(String columns, String query, TsQuery terms, SearchCriteria criteria, int most) {
        var condition = "p.search @@ (CAST(:%s AS tsquery)%s)".formatted(query,
                criteria.category() == null ? "" : " && CAST(:wordOfCategory AS tsquery)");
        if (!terms.indexed()) {
            return "(SELECT %s FROM (SELECT * FROM products p WHERE %s LIMIT %d) p WHERE %s LIMIT %d) p"
                    .formatted(columns, filters(criteria), MAX_SCANNED, condition, most);
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

    private static String filters(SearchCriteria criteria) {
        return prices(criteria) + (criteria.category() == null ? "" : " AND p.category = :category");
    }

    private static String prices(SearchCriteria criteria) {
        return "true" + (criteria.minPrice() == null ? "" : " AND p.price >= :minPrice")
                + (criteria.maxPrice() == null ? "" : " AND p.price <= :maxPrice");
    }

    private static String after(SearchCriteria criteria, @Nullable KeysetPosition after,
            Map<String, Object> parameters) {
        if (after == null) {
            return "";
        }
        parameters.putAll(Map.of("key", after.key(), "id", after.id()));
        return " AND " + criteria.sort().after();
    }

    private static String orderBy(SearchCriteria criteria) {
        return " ORDER BY " + criteria.sort().orderBy();
    }

    private static Map<String, Object> parameters(SearchCriteria criteria) {
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
