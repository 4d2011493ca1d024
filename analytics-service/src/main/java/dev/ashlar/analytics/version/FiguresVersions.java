package dev.ashlar.analytics.version;

import java.util.Locale;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Knows which version is in use. Writers share an advisory lock until their transaction ends; the switch takes the lock exclusively. A
 * writer that meets the switch fails, and its event is retried. So no event is counted in the old version only.
 */
@Repository
public class FiguresVersions {

    private static final String LOCK = "hashtext('figures'), hashtext(current_schema())";

    private final JdbcClient jdbc;

    FiguresVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For readers. */
    public FiguresVersion active() {
        return version(jdbc.sql("SELECT active FROM figures_version").query(String.class).single());
    }

    /**
     * For writers. The version may change until the lock is held, so the first change must depend on {@code figures_version} too.
     *
     * @throws TransientDataAccessResourceException during a switch
     */
    public FiguresVersion lockActive() {
        var active = jdbc.sql("SELECT active FROM figures_version WHERE pg_try_advisory_xact_lock_shared(" + LOCK + ")")
                .query(String.class).optional();
        return version(active.orElseThrow(FiguresVersions::switching));
    }

    /** The figures change to another version at this moment. */
    public static TransientDataAccessResourceException switching() {
        return new TransientDataAccessResourceException("The figures are being switched to another version");
    }

    /** Keeps writers away until the end of the transaction. */
    public void lockForSwitch() {
        jdbc.sql("SELECT pg_advisory_xact_lock(" + LOCK + ")").query().singleRow();
    }

    public void activate(FiguresVersion version) {
        jdbc.sql("UPDATE figures_version SET active = ?").param(version.code()).update();
    }

    private static FiguresVersion version(String code) {
        return FiguresVersion.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
