package dev.ashlar.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.util.StringUtils;

/**
 * Log lines about attacks and the actions of admins. They have a logger of their own, {@code ashlar.security}, so an operator can keep
 * them longer or send them elsewhere. They contain ids and client addresses, but no e-mail addresses and no secrets.
 */
public enum SecurityEvent {

    /** A wrong password, or an unknown e-mail address. */
    LOG_IN_FAILED(Level.INFO, "Log-in failed"),
    /** Refused after too many failed log-ins, or too many log-ins, without a check of the password. */
    LOG_IN_THROTTLED(Level.WARN, "Log-in throttled"),
    /** Two clients have the same refresh token. */
    REFRESH_TOKEN_REUSED(Level.WARN, "Refresh token used twice"),
    /** By its user, by a changed password, with its account, or because of a stolen refresh token. */
    SESSION_REVOKED(Level.INFO, "Session revoked"),
    /** Expired, malformed, forged, unknown, or its session has ended. */
    TOKEN_REFUSED(Level.INFO, "Token refused"),
    /** A signed-in user without the admin role requested a resource of admins. */
    ACCESS_DENIED(Level.INFO, "Access denied"),
    /** The operator gave an account the admin role. */
    ADMIN_MADE(Level.INFO, "Admin created"),
    /** A rule of the gateway's firewall matched a request. */
    FIREWALL_MATCHED(Level.INFO, "Firewall rule matched"),
    /** A request of an admin that may have changed data. */
    ADMIN_ACTION(Level.INFO, "Admin request handled");

    private static final Logger log = LoggerFactory.getLogger("ashlar.security");
    private static final int MAX_PATH_LENGTH = 200;

    private final Level level;
    private final String text;

    SecurityEvent(Level level, String text) {
        this.level = level;
        this.text = text;
    }

    /** Starts the event's log line. The caller adds key-values and logs it. */
    public LoggingEventBuilder line() {
        return log.atLevel(level).setMessage(text).addKeyValue("event", name().toLowerCase(Locale.ROOT));
    }

    LoggingEventBuilder line(CurrentUser user, HttpServletRequest request) {
        return line().addKeyValue("user_id", user.id()).addKeyValue("session_id", user.sessionId())
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", StringUtils.truncate(request.getRequestURI(), MAX_PATH_LENGTH));
    }
}
