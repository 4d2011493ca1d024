package dev.ashlar.user.session;

import dev.ashlar.user.token.AccessTokens;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues both tokens and makes the session live in Redis. That is the last step before the commit, with the session's
 * row locked: so no revocation can come between the two, and if Redis is away, nothing has happened. If the commit
 * fails after it, Redis holds a session whose tokens nobody was given.
 */
@Component
class Grants {

    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final LiveSessions live;

    Grants(AccessTokens accessTokens, RefreshTokens refreshTokens, LiveSessions live) {
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.live = live;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Grant issue(UserSession session, Set<String> roles, Instant now) {
        var next = RefreshToken.random();
        refreshTokens.add(next, session.id(), now);
        var accessToken = accessTokens.issue(session.userId(), session.id(), roles);
        live.put(session, roles, now);
        return new Grant(session.id(), accessToken, next.value());
    }
}
