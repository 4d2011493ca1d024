package dev.ashlar.analytics.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresVersionTest {

    private static final String STATEMENT = "UPDATE order_facts SET total = order_facts.total, order_facts_by_age = 1";

    @Test
    void leavesStatementsOfVersionAAsTheyAre() {
        assertThat(FiguresVersion.A.sql(STATEMENT)).isEqualTo(STATEMENT);
    }

    @Test
    void namesTheTablesOfVersionB() {
        assertThat(FiguresVersion.B.sql(STATEMENT))
                .isEqualTo("UPDATE order_facts_b SET total = order_facts_b.total, order_facts_by_age = 1");
    }
}
