package dev.ashlar.user.session;

import dev.ashlar.chassis.observability.AfterCommit;
import dev.ashlar.chassis.security.SecurityEvent;
import dev.ashlar.user.account.Credentials;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exchanges a refresh token for new tokens, once. A second use means that two parties have it and one of them stole
 * it: the session ends, for both (RFC 9700, 4.14.2).
 */
@Service
public class Refresh {

    private static final Logger log = LoggerFactory.getLogger(Refresh.class);

    private final UserSessions sessions;
    private final RefreshTokens tokens;
    private final Grants grants;
    private final LiveSessions live;
    private final Credentials credentials;
    private final Clock clock;

    Refresh(UserSessions sessions, RefreshTokens tokens, Grants grants, LiveSessions live, Credentials credentials,
            Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.grants = grants;
        this.live = live;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * New tokens of the same session; empty if the token is unknown, was used before, or its session has ended.
     *
     * @param address where the caller is
     */
    @Transactional
    public Optional<Grant> refresh(String token, String address) {
        var now = clock.instant();
        var presented = new RefreshToken(token);
        var live = sessions.lockByToken(presented, now);
        if (live.isEmpty()) {
            tellRefused(presented, address);
        }
        return live.flatMap(session -> tokens.use(presented, now) ? again(session, now) : endStolen(session, now));
    }

    private void tellRefused(RefreshToken token, String address) {
        var line = SecurityEvent.TOKEN_REFUSED.line().addKeyValue("address", address);
        sessions.findByToken(token).map(ended -> line.addKeyValue("reason", "refresh_token_of_ended_session")
                .addKeyValue("session_id", ended.id()).addKeyValue("user_id", ended.userId()))
                .orElseGet(() -> line.addKeyValue("reason", "refresh_token_unknown")).log();
    }

    private Optional<Grant> again(UserSession session, Instant now) {
        sessions.seen(session.id(), now);
        AfterCommit.run(() -> log.atInfo().addKeyValue("session_id", session.id())
                .addKeyValue("user_id", session.userId()).log("Session refreshed"));
        return credentials.rolesOf(session.userId()).map(roles -> grants.issue(session, roles, now));
    }

    /** Whatever Redis does: else a thief would only have to wait for it to be away. */
    private Optional<Grant> endStolen(UserSession session, Instant now) {
        sessions.revoke(session.userId(), session.id(), now);
        live.removeEventually(session.id());
        SecurityEvent.REFRESH_TOKEN_REUSED.line().addKeyValue("session_id", session.id())
                .addKeyValue("user_id", session.userId()).log();
        RevokedSessions.tell(session.userId(), List.of(session.id()), "refresh_token_reused");
        return Optional.empty();
    }
}
