package dev.ashlar.analytics.version;

import java.util.Locale;
import java.util.regex.Pattern;

/** A version of the tables with figures. */
public enum FiguresVersion {

    A, B;

    private static final Pattern TABLES = Pattern
            .compile("\\b(order_facts|order_figures|product_figures|facts_horizon)\\b");

    /** The value in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public FiguresVersion other() {
        return this == A ? B : A;
    }

    /** A statement on the tables of version A, for this version. */
    public String sql(String statement) {
        return this == A ? statement : TABLES.matcher(statement).replaceAll("$1_b");
    }
}
