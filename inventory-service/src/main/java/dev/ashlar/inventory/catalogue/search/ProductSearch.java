package dev.ashlar.inventory.catalogue.search;

import dev.ashlar.inventory.catalogue.Product;
import dev.ashlar.inventory.catalogue.search.SearchTerms.Terms;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds products by PostgreSQL's full-text search, a page at a time from where the last one ended (ADR 37, docs/search.md). */
@Component
public class ProductSearch {

    /** With fewer exact matches than a page has by default, words that are nearly the same count as well. */
    static final int FEW = 20;

    /** Each search has its own words: a plan made for others is no plan for it. A search never reads the whole table. */
    static final String PLAN_FOR_THIS_SEARCH = """
            SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true),
                set_config('max_parallel_workers_per_gather', '0', true)""";

    private final EntityManager entities;
    private final SearchTerms terms;

    ProductSearch(EntityManager entities, SearchTerms terms) {
        this.entities = entities;
        this.terms = terms;
    }

    /** At most {@code limit} products, beginning after the position. */
    @Transactional(readOnly = true)
    public List<Hit> find(Criteria criteria, @Nullable Position after, int limit) {
        var session = entities.unwrap(Session.class);
        session.createNativeQuery(PLAN_FOR_THIS_SEARCH, Object[].class).getSingleResult();
        if (criteria.text() == null) {
            return hits(session, SearchStatement.list(criteria, after), limit);
        }
        var words = words(criteria.text());
        if (words.query().isEmpty()) {
            return List.of();
        }
        return after == null && limit > FEW && criteria.sort() == Sort.RELEVANCE
                ? first(session, criteria, words, limit)
                : page(session, criteria, words, count(session, criteria, words), after, limit);
    }

    /** A first page that has enough needs no count. */
    private List<Hit> first(Session session, Criteria criteria, Terms words, int limit) {
        var hits = hits(session, SearchStatement.matching(criteria, new Matching(words, null, FEW), null, limit),
                limit);
        if (hits.size() >= FEW) {
            return hits;
        }
        var matching = widened(session, criteria, words, hits.size());
        return matching.wide() == null
                ? hits
                : hits(session, SearchStatement.matching(criteria, matching, null, limit), limit);
    }

    private List<Hit> page(Session session, Criteria criteria, Terms words, int found, @Nullable Position after,
            int limit) {
        var matching = found >= FEW ? new Matching(words, null, found) : widened(session, criteria, words, found);
        return matching.found() == 0 && matching.wide() == null
                ? List.of()
                : hits(session, SearchStatement.matching(criteria, matching, after, limit), limit);
    }

    private Matching widened(Session session, Criteria criteria, Terms words, int found) {
        var wide = terms.widely(String.valueOf(criteria.text()));
        if (wide.equals(words)) {
            return new Matching(words, null, found);
        }
        return new Matching(words, wide,
                criteria.sort() == Sort.RELEVANCE ? found : count(session, criteria, wide));
    }

    /** Nobody looks for a stop word such as "over", but for a word that begins with it. */
    private Terms words(String text) {
        var exact = terms.exactly(text);
        return exact.query().isEmpty() ? terms.widely(text) : exact;
    }

    private static List<Hit> hits(Session session, SearchStatement statement, int limit) {
        var query = session.createNativeQuery(statement.sql(), Object[].class).addEntity("p", Product.class)
                .addScalar("hit_rank", BigDecimal.class).setMaxResults(limit);
        statement.parameters().forEach(query::setParameter);
        return query.getResultList().stream().map(row -> new Hit((Product) row[0], (BigDecimal) row[1])).toList();
    }

    private static int count(Session session, Criteria criteria, Terms terms) {
        var statement = SearchStatement.count(criteria, terms);
        var query = session.createNativeQuery(statement.sql(), Integer.class);
        statement.parameters().forEach(query::setParameter);
        return query.getSingleResult();
    }
}
