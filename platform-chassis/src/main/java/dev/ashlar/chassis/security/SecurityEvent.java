package dev.ashlar.chassis.security;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * What an operator wants to know of attacks and of the use of power. One logger tells all of it, {@code ashlar.security}, so that it
 * can be kept longer or sent elsewhere. Lines name users and sessions by id and callers by network address; they hold neither e-mail
 * addresses nor secrets.
 */
public enum SecurityEvent {

    /** A wrong password, or an unknown e-mail address. */
    LOG_IN_FAILED(Level.INFO, "A log-in failed"),
    /** Too many wrong passwords before, or too many log-ins: this one was not even checked. */
    LOG_IN_THROTTLED(Level.WARN, "A log-in was throttled"),
    /** Two parties have the same refresh token. */
    REFRESH_TOKEN_REUSED(Level.WARN, "A refresh token was used twice"),
    /** By its user, by a changed password, with its account, or because of a stolen refresh token. */
    SESSION_REVOKED(Level.INFO, "Session revoked"),
    /** Expired, malformed, forged, unknown, or of a session that has ended. */
    TOKEN_REFUSED(Level.INFO, "A token was refused"),
    /** A signed-in user asked for what is an admin's. */
    ACCESS_DENIED(Level.INFO, "Access was denied"),
    /** The operator made an account of an admin. */
    ADMIN_MADE(Level.INFO, "An admin was made"),
    /** A request of an admin that may have changed something. */
    ADMIN_ACTION(Level.INFO, "An admin acted");

    private static final Logger log = LoggerFactory.getLogger("ashlar.security");

    private final Level level;
    private final String text;

    SecurityEvent(Level level, String text) {
        this.level = level;
        this.text = text;
    }

    /** Its log line, to be given details and logged. */
    public LoggingEventBuilder line() {
        return log.atLevel(level).setMessage(text).addKeyValue("event", name().toLowerCase(Locale.ROOT));
    }
}
