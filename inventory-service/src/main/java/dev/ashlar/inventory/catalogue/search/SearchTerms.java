package dev.ashlar.inventory.catalogue.search;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Parses the text of a search box: words, "phrases", or, -not. Words that are joined without a space, such as {@code AC/DC} or
 * {@code t-shirt}, are a phrase. Terms after the 32nd are ignored.
 */
@Component
class SearchTerms {

    /**
     * A phrase can't contain single letters that are stop words, so {@code t-shirt} becomes one word. A hyphen means "not" only
     * directly before a word or a phrase. A phrase without a closing quotation mark ends at the end of the text.
     */
    private static final String TERMS = """
            WITH unit AS (
                SELECT n, part[1] IS NOT NULL AS negated, part[2] IS NOT NULL AS quoted, lower(part[3]) = 'or' AS operator,
                    typed, CASE WHEN part[2] IS NULL AND typed ~ '(^| )[aist] | [aist]( |$)' THEN replace(typed, ' ', '')
                        ELSE typed END AS words
                FROM regexp_matches(:text, '(-(?=[^\\s!&|()-]))?(?:"([^"]*)"?|([^\\s"]+))', 'g') WITH ORDINALITY AS u (part, n),
                    search_words(coalesce(part[2], part[3])) typed
            ), term AS (
                SELECT n, words, operator, quoted, NOT quoted AND NOT negated AND n <= 8 AND typed !~ ' ' AS widens,
                    CASE WHEN lag(operator) OVER (ORDER BY n) THEN ' | ' ELSE ' & ' END AS link,
                    CASE WHEN negated THEN '!' ELSE '' END AS negation
                FROM unit WHERE words <> '' ORDER BY n LIMIT 32
            )
            """;

    private static final String EXACT = TERMS + """
            SELECT to_tsquery('english', coalesce(substr(string_agg(
                link || negation || '(' || replace(words, ' ', ' <-> ') || ')', '' ORDER BY n), 4), '')) AS query
            FROM term WHERE operator IS NOT TRUE""";

    /**
     * OFFSET 0 makes PostgreSQL look up each pattern in the index. Without it, PostgreSQL would compare each word with each pattern.
     */
    static final String WIDENED = TERMS + """
            SELECT to_tsquery('english', coalesce(substr(string_agg(link || negation || '('
                || concat_ws(' | ', replace(words, ' ', ' <-> '),
                CASE WHEN NOT quoted AND negation = '' AND words ~ ' ' THEN replace(words, ' ', '') END, beginnings, misspelt)
                || ')', '' ORDER BY n), 4), '')) AS query
            FROM term
            LEFT JOIN LATERAL (
                SELECT string_agg(word, ' | ') FILTER (WHERE word <> words) AS beginnings, count(*) AS known
                FROM (SELECT word FROM vocabulary
                    WHERE widens AND length(words) BETWEEN 2 AND 40 AND word >= words AND word < words || chr(1114111)
                    ORDER BY word LIMIT 20) v
            ) beginning ON true
            LEFT JOIN LATERAL (
                SELECT string_agg(word, ' | ') AS misspelt
                FROM (SELECT DISTINCT word FROM (SELECT DISTINCT form FROM unnest(words || ts_lexize('english_stem', words)) form
                        WHERE widens AND known = 0 AND words !~ '[0-9]' AND length(words) BETWEEN 4 AND 20) forms,
                    generate_series(1, length(form) + 1) i,
                    LATERAL (VALUES (left(form, i - 1) || '_' || substr(form, i + 1)),
                        (left(form, i - 1) || '_' || substr(form, i)),
                        (left(form, i - 1) || substr(form, i + 1)),
                        (left(form, i - 1) || substr(form, i + 1, 1) || substr(form, i, 1) || substr(form, i + 2))
                    ) AS slip (pattern),
                    LATERAL (SELECT word FROM vocabulary WHERE word LIKE pattern OFFSET 0) v
                    ORDER BY word LIMIT 20) near
            ) slip ON true
            WHERE operator IS NOT TRUE""";

    private final JdbcClient jdbc;

    /**
     * The text as a {@code tsquery}.
     *
     * @param query in PostgreSQL's syntax; empty if the text has no word
     * @param indexed false if the text has exclusions only, which no index supports
     */
    record TsQuery(String query, boolean indexed) {}

    SearchTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds products with the typed words. */
    TsQuery exact(String text) {
        return terms(EXACT, text);
    }

    /**
     * Finds also products with words that begin with a typed word. If there are none, finds words with one mistake: a wrong, missing,
     * additional or swapped letter.
     */
    TsQuery widened(String text) {
        return terms(WIDENED, text);
    }

    private TsQuery terms(String sql, String text) {
        return jdbc.sql("SELECT CAST(query AS text), querytree(query) <> 'T' AS indexed FROM (" + sql + ") terms")
                .param("text", text).query(TsQuery.class).single();
    }
}
