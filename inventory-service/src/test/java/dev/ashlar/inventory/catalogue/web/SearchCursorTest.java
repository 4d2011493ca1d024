package dev.ashlar.inventory.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.inventory.catalogue.search.Criteria;
import dev.ashlar.inventory.catalogue.search.Sort;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchCursorTest {

    private static final String ID = "019b7db8-7801-768a-9ef9-35e0cbd7a69f";

    @Test
    void beginsWithoutACursor() {
        assertThat(SearchCursor.read(sortedBy(Sort.NAME), null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"PRICE, 1e999999", "PRICE, -1", "RELEVANCE, x", "NEWEST, +1000000000-12-31T23:59:59Z",
            "NEWEST, 2026-99-99T00:00:00Z"})
    void refusesKeysThatTheDatabaseCouldNotTake(Sort sort, String key) {
        var criteria = sortedBy(sort);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> SearchCursor.read(criteria, forged(criteria, key)));
    }

    @Test
    void refusesNamesWithControlCharacters() {
        var criteria = sortedBy(Sort.NAME);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> SearchCursor.read(criteria, forged(criteria, "\0")));
    }

    @Test
    void refusesTheCursorOfAnotherSearch() {
        var cursor = forged(sortedBy(Sort.NAME), "Desk lamp");
        assertThat(SearchCursor.read(sortedBy(Sort.NAME), cursor)).isNotNull();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> SearchCursor.read(new Criteria("lamp", null, null, null, Sort.NAME), cursor));
    }

    private static Criteria sortedBy(Sort sort) {
        return new Criteria(null, null, null, null, sort);
    }

    private static String forged(Criteria criteria, String key) {
        var fingerprint = Integer.toHexString(criteria.toString().hashCode());
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(String.join("\u001f", "products", fingerprint, key, ID).getBytes());
    }
}
