package dev.ashlar.user.session;

import dev.ashlar.user.account.SignOut;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends sessions. Redis forgets them before the commit, while their rows are locked: once a call has returned they are
 * gone in both, and a refresh that came at the same time finds them revoked.
 */
@Service
public class Revocation implements SignOut {

    private final UserSessions sessions;
    private final LiveSessions live;
    private final Clock clock;

    Revocation(UserSessions sessions, LiveSessions live, Clock clock) {
        this.sessions = sessions;
        this.live = live;
        this.clock = clock;
    }

    /** Whether the user had that session. */
    @Transactional
    public boolean one(UUID userId, UUID sessionId) {
        var revoked = sessions.revoke(userId, sessionId, clock.instant());
        if (revoked) {
            live.remove(List.of(sessionId));
            RevokedSessions.tell(userId, List.of(sessionId), "log_out");
        }
        return revoked;
    }

    @Override
    @Transactional
    public void everywhere(UUID userId, Reason reason) {
        revokeAll(userId, null, reason);
    }

    @Override
    @Transactional
    public void everywhereBut(UUID userId, UUID sessionId) {
        revokeAll(userId, sessionId, Reason.PASSWORD_CHANGED);
    }

    private void revokeAll(UUID userId, @Nullable UUID but, Reason reason) {
        var revoked = sessions.revokeAll(userId, but, clock.instant());
        live.remove(revoked);
        RevokedSessions.tell(userId, revoked, reason.name().toLowerCase(Locale.ROOT));
    }
}
