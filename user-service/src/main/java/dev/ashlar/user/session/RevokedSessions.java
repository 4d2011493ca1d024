package dev.ashlar.user.session;

import dev.ashlar.chassis.observability.AfterCommit;
import dev.ashlar.chassis.security.SecurityEvent;
import java.util.Collection;
import java.util.UUID;

/** The log lines of sessions that were revoked. */
final class RevokedSessions {

    private RevokedSessions() {}

    /** One line for each session, once the transaction has committed. */
    static void tell(UUID user, Collection<UUID> sessions, String reason) {
        AfterCommit.run(() -> sessions.forEach(session -> SecurityEvent.SESSION_REVOKED.line()
                .addKeyValue("session_id", session).addKeyValue("user_id", user).addKeyValue("reason", reason)
                .log()));
    }
}
