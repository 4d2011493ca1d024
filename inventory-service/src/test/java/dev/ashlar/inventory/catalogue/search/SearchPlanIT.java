package dev.ashlar.inventory.catalogue.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.inventory.RunningInventoryService;
import dev.ashlar.inventory.catalogue.search.SearchTerms.TsQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@RunningInventoryService
@Transactional
class SearchPlanIT {

    private static final TsQuery LAMP = new TsQuery("'lamp'", true);

    private final JdbcClient jdbc;

    SearchPlanIT(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @MethodSource
    void readsByIndexesOnly(SearchStatement statement) {
        jdbc.sql(ProductSearch.PLAN_FOR_THIS_SEARCH).query().singleRow();
        assertThat(explain("EXPLAIN ", statement)).anyMatch(line -> line.contains("Index Scan"))
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    static Stream<SearchStatement> readsByIndexesOnly() {
        return Stream.of(SortOrder.values()).flatMap(sort -> Stream.of(criteria(sort, null), criteria(sort, "plan-1")))
                .flatMap(criteria -> Stream.of(SearchStatement.count(criteria, LAMP),
                        SearchStatement.matching(criteria, new TextMatch(LAMP, null, 20), null, 21),
                        SearchStatement.matching(criteria,
                                new TextMatch(LAMP, new TsQuery("'lamp' | 'lampshad'", true), 5), null, 21),
                        SearchStatement.matching(criteria, new TextMatch(LAMP, null, Integer.MAX_VALUE), null, 21)));
    }

    @Test
    void readsOneIndexForACommonWord() {
        jdbc.sql(ProductSearch.PLAN_FOR_THIS_SEARCH).query().singleRow();
        tenThousandProducts();
        var statement = SearchStatement.count(criteria(SortOrder.RELEVANCE, null), LAMP);
        assertThat(explain("EXPLAIN ANALYZE ", statement))
                .filteredOn(line -> line.contains("Bitmap Index Scan") && !line.contains("never executed")).hasSize(1)
                .allMatch(line -> line.contains("products_search_first"));
    }

    @Test
    void looksUpEachMisspellingInTheTrigramIndex() {
        jdbc.sql(ProductSearch.PLAN_FOR_THIS_SEARCH).query().singleRow();
        jdbc.sql("""
                INSERT INTO vocabulary SELECT 'plan' || translate(md5(i::text), '0123456789', 'ghijklmnop')
                FROM generate_series(1, 10000) i""").update();

        assertThat(jdbc.sql("EXPLAIN " + SearchTerms.WIDENED).param("text", "keybord").query(String.class).list())
                .noneMatch(line -> line.contains("Join Filter") && line.contains("~~"))
                .anyMatch(line -> line.contains("(word ~~"));
    }

    private void tenThousandProducts() {
        jdbc.sql("""
                INSERT INTO products (id, sku, name, description, category, price, currency, attributes, in_stock, version,
                    created_at, updated_at)
                SELECT gen_random_uuid(), 'PLAN-' || i, 'Lamp ' || i, '', 'plan-' || i % 50, i, 'USD', '{}', true, 1, now(), now()
                FROM generate_series(1, 10000) i""").update();
    }

    private List<String> explain(String how, SearchStatement statement) {
        return jdbc.sql(how + statement.sql().replace("{p.*}", "p.*") + " LIMIT 21").params(statement.parameters())
                .query(String.class).list();
    }

    private static SearchCriteria criteria(SortOrder sort, @Nullable String category) {
        return new SearchCriteria("lamp", category, null, category == null ? null : BigDecimal.TEN, sort);
    }
}
