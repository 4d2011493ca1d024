package dev.ashlar.inventory.catalogue.search;

import dev.ashlar.inventory.catalogue.Product;
import dev.ashlar.inventory.catalogue.search.SearchTerms.Terms;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
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
        var statement = statement(session, criteria, after, limit);
        if (statement.isEmpty()) {
            return List.of();
        }
        var query = session.createNativeQuery(statement.get().sql(), Object[].class).addEntity("p", Product.class)
                .addScalar("hit_rank", BigDecimal.class).setMaxResults(limit);
        statement.get().parameters().forEach(query::setParameter);
        return query.getResultList().stream().map(row -> new Hit((Product) row[0], (BigDecimal) row[1])).toList();
    }

    /** Empty if the text has no word to look for. */
    private Optional<SearchStatement> statement(Session session, Criteria criteria, @Nullable Position after,
            int limit) {
        if (criteria.text() == null) {
            return Optional.of(SearchStatement.list(criteria, after));
        }
        var words = words(criteria.text());
        return words.query().isEmpty()
                ? Optional.empty()
                : Optional.of(SearchStatement.matching(criteria, matching(session, criteria, words), after, limit));
    }

    /** Nobody looks for a stop word such as "over", but for a word that begins with it. */
    private Terms words(String text) {
        var exact = terms.exactly(text);
        return exact.query().isEmpty() ? terms.widely(text) : exact;
    }

    private Matching matching(Session session, Criteria criteria, Terms exact) {
        var found = count(session, criteria, exact);
        if (found >= FEW) {
            return new Matching(exact, null, found);
        }
        var wide = terms.widely(String.valueOf(criteria.text()));
        return wide.equals(exact)
                ? new Matching(exact, null, found)
                : new Matching(exact, wide, count(session, criteria, wide));
    }

    private static int count(Session session, Criteria criteria, Terms terms) {
        var statement = SearchStatement.count(criteria, terms);
        var query = session.createNativeQuery(statement.sql(), Integer.class);
        statement.parameters().forEach(query::setParameter);
        return query.getSingleResult();
    }
}
