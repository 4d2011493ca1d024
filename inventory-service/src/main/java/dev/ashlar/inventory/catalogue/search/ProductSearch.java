package dev.ashlar.inventory.catalogue.search;

import dev.ashlar.inventory.catalogue.Product;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds products by PostgreSQL's full-text search, a page at a time from where the last one ended. */
@Component
public class ProductSearch {

    private final EntityManager entities;

    ProductSearch(EntityManager entities) {
        this.entities = entities;
    }

    /** At most {@code limit} products, beginning after the position. */
    @Transactional(readOnly = true)
    public List<Hit> find(Criteria criteria, @Nullable Position after, int limit) {
        var statement = SearchStatement.of(criteria, after);
        var query = entities.unwrap(Session.class).createNativeQuery(statement.sql(), Object[].class)
                .addEntity("p", Product.class).addScalar("hit_rank", BigDecimal.class).setMaxResults(limit);
        statement.parameters().forEach(query::setParameter);
        return query.getResultList().stream().map(row -> new Hit((Product) row[0], (BigDecimal) row[1])).toList();
    }
}
