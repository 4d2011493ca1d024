package dev.ashlar.inventory.catalogue.search;

import dev.ashlar.inventory.catalogue.Product;
import dev.ashlar.inventory.catalogue.search.SearchTerms.TsQuery;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Searches products with PostgreSQL's full-text search, in keyset pages (ADR 37, docs/search.md). */
@Component
public class ProductSearch {

    /** A search with fewer exact matches, the default size of a page, is widened to similar words. */
    static final int ENOUGH = 20;

    /** Makes PostgreSQL plan each search for its own words, and never scan the whole table. */
    static final String PLAN_FOR_THIS_SEARCH = """
            SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true),
                set_config('max_parallel_workers_per_gather', '0', true)""";

    private final EntityManager entities;
    private final SearchTerms terms;

    ProductSearch(EntityManager entities, SearchTerms terms) {
        this.entities = entities;
        this.terms = terms;
    }

    /** Returns at most {@code limit} products after the position. */
    @Transactional(readOnly = true)
    public List<SearchHit> find(SearchCriteria criteria, @Nullable KeysetPosition after, int limit) {
        var session = entities.unwrap(Session.class);
        session.createNativeQuery(PLAN_FOR_THIS_SEARCH, Object[].class).getSingleResult();
        if (criteria.text() == null) {
            return hits(session, SearchStatement.list(criteria, after), limit);
        }
        var words = words(criteria.text());
        if (words.query().isEmpty()) {
            return List.of();
        }
        return after == null && limit > ENOUGH && criteria.sort() == SortOrder.RELEVANCE
                ? firstPage(session, criteria, words, limit)
                : page(session, criteria, words, count(session, criteria, words), after, limit);
    }

    /** Reads the first page without counting: its size shows whether there are enough matches. */
    private List<SearchHit> firstPage(Session session, SearchCriteria criteria, TsQuery words, int limit) {
        var hits = hits(session, SearchStatement.matching(criteria, new TextMatch(words, null, ENOUGH), null, limit),
                limit);
        if (hits.size() >= ENOUGH) {
            return hits;
        }
        var matching = match(session, criteria, words, hits.size());
        return matching.widened() == null
                ? hits
                : hits(session, SearchStatement.matching(criteria, matching, null, limit), limit);
    }

    private List<SearchHit> page(Session session, SearchCriteria criteria, TsQuery words, int found,
            @Nullable KeysetPosition after,
            int limit) {
        var matching = found >= ENOUGH ? new TextMatch(words, null, found) : match(session, criteria, words, found);
        return matching.found() == 0 && matching.widened() == null
                ? List.of()
                : hits(session, SearchStatement.matching(criteria, matching, after, limit), limit);
    }

    private TextMatch match(Session session, SearchCriteria criteria, TsQuery words, int found) {
        var widened = terms.widened(String.valueOf(criteria.text()));
        if (widened.equals(words)) {
            return new TextMatch(words, null, found);
        }
        return new TextMatch(words, widened,
                criteria.sort() == SortOrder.RELEVANCE ? found : count(session, criteria, widened));
    }

    /** A text of stop words only, such as "over", searches for words that begin with it. */
    private TsQuery words(String text) {
        var exact = terms.exact(text);
        return exact.query().isEmpty() ? terms.widened(text) : exact;
    }

    private static List<SearchHit> hits(Session session, SearchStatement statement, int limit) {
        var query = session.createNativeQuery(statement.sql(), Object[].class).addEntity("p", Product.class)
                .addScalar("hit_rank", BigDecimal.class).setMaxResults(limit);
        statement.parameters().forEach(query::setParameter);
        return query.getResultList().stream().map(row -> new SearchHit((Product) row[0], (BigDecimal) row[1])).toList();
    }

    private static int count(Session session, SearchCriteria criteria, TsQuery terms) {
        var statement = SearchStatement.count(criteria, terms);
        var query = session.createNativeQuery(statement.sql(), Integer.class);
        statement.parameters().forEach(query::setParameter);
        return query.getSingleResult();
    }
}
