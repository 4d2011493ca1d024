package dev.ashlar.inventory.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.inventory.catalogue.search.SearchCriteria;
import dev.ashlar.inventory.catalogue.search.SortOrder;
import java.math.BigDecimal;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchCursorTest {

    private static final String ID = "019b7db8-7801-768a-9ef9-35e0cbd7a69f";

    @Test
    void readsNoPositionWithoutACursor() {
        assertThat(SearchCursor.read(sortedBy(SortOrder.NAME), null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"PRICE, 1e999999", "PRICE, -1", "RELEVANCE, x", "UPDATED_DESCENDING, +1000000000-12-31T23:59:59Z",
            "UPDATED_DESCENDING, 2026-99-99T00:00:00Z"})
    void refusesKeysThatAreInvalidInTheDatabase(SortOrder sort, String key) {
        var criteria = sortedBy(sort);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> SearchCursor.read(criteria, forged(criteria, key)));
    }

    @Test
    void refusesNamesWithControlCharacters() {
        var criteria = sortedBy(SortOrder.NAME);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> SearchCursor.read(criteria, forged(criteria, "\0")));
    }

    @Test
    void refusesTheCursorOfAnotherSearch() {
        var cursor = forged(sortedBy(SortOrder.NAME), "Desk lamp");
        assertThat(SearchCursor.read(sortedBy(SortOrder.NAME), cursor)).isNotNull();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(
                        () -> SearchCursor.read(new SearchCriteria("lamp", null, null, null, SortOrder.NAME), cursor));
    }

    @Test
    void keepsTheFingerprintsOfTheFirstRelease() {
        assertThat(SearchCursor.fingerprint(
                new SearchCriteria("lamp", "office", new BigDecimal("1.50"), null, SortOrder.PRICE_DESCENDING)))
                .isEqualTo("43801538");
        assertThat(SearchCursor.fingerprint(sortedBy(SortOrder.NAME))).isEqualTo("c902e210");
    }

    private static SearchCriteria sortedBy(SortOrder sort) {
        return new SearchCriteria(null, null, null, null, sort);
    }

    private static String forged(SearchCriteria criteria, String key) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(
                        String.join("\u001f", "products", SearchCursor.fingerprint(criteria), key, ID).getBytes());
    }
}
