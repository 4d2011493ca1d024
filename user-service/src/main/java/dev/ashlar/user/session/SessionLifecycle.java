package dev.ashlar.user.session;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.chassis.observability.AfterCommit;
import dev.ashlar.chassis.security.SecurityEvent;
import dev.ashlar.user.SessionId;
import dev.ashlar.user.UserId;
import dev.ashlar.user.account.Credentials;
import dev.ashlar.user.account.SignOut;
import dev.ashlar.user.session.SessionRefused.InvalidRefreshToken;
import dev.ashlar.user.session.SessionRefused.WrongCredentials;
import dev.ashlar.user.token.AccessTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts, refreshes, lists and ends sessions.
 * <p>
 * Each change of a session locks its row in PostgreSQL, changes the copy in Redis, and then commits. So a refresh and a revocation
 * of the same session run one after the other. If Redis is unavailable, the change fails as a whole. If the commit of a log-in fails
 * after Redis was written, Redis holds a session whose tokens were never sent.
 */
@Service
public class SessionLifecycle implements SignOut {

    private static final Logger log = LoggerFactory.getLogger(SessionLifecycle.class);
    private static final Duration LIFETIME = Duration.ofDays(30);

    private final Credentials credentials;
    private final SessionTable table;
    private final RedisSessions redis;
    private final AccessTokens accessTokens;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SessionLifecycle(Credentials credentials, SessionTable table, RedisSessions redis, AccessTokens accessTokens,
            TransactionTemplate transactions, Clock clock) {
        this.credentials = credentials;
        this.table = table;
        this.redis = redis;
        this.accessTokens = accessTokens;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Starts a session.
     *
     * @param address the client's network address
     * @throws WrongCredentials if no account has this e-mail address and password
     * @throws dev.ashlar.user.password.HashingBusy if too many passwords are being hashed
     * @throws dev.ashlar.user.attempt.TooManyFailures if the password was wrong too often
     */
    public IssuedTokens logIn(String email, String password, @Nullable String userAgent, String address) {
        return credentials.verify(email, password, address)
                .flatMap(verified -> transactions.execute(_ -> start(verified, userAgent)))
                .orElseThrow(WrongCredentials::new);
    }

    /** The password may have changed while it was hashed. A session must not start with an old password. */
    private Optional<IssuedTokens> start(Credentials.Verified verified, @Nullable String userAgent) {
        if (!credentials.stillHold(verified)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var session = new UserSession(new SessionId(UuidCreator.getTimeOrderedEpoch()), verified.userId(), userAgent,
                now, now, now.plus(LIFETIME));
        table.add(session);
        logAfterCommit("Session started", session);
        return Optional.of(issueTokens(session, verified.roles(), now));
    }

    /**
     * Exchanges a refresh token for new tokens of the same session. A refresh token works once. If it is used twice, two clients have
     * it, and one of them stole it. Then the session ends for both (RFC 9700, 4.14.2).
     *
     * @param address the client's network address
     * @throws InvalidRefreshToken if the token is unknown, was used before, or belongs to a session that has ended
     */
    public IssuedTokens refresh(String token, String address) {
        var presented = new RefreshToken(token);
        // The exception is thrown after the commit, or the end of a stolen session would be rolled back.
        return transactions.execute(_ -> exchange(presented, address)).orElseThrow(InvalidRefreshToken::new);
    }

    private Optional<IssuedTokens> exchange(RefreshToken presented, String address) {
        var now = clock.instant();
        var live = table.lockByToken(presented, now);
        if (live.isEmpty()) {
            logRefusedToken(presented, address);
        }
        return live.flatMap(session -> table.useToken(presented, now)
                ? refresh(session, now)
                : endStolen(session, now));
    }

    private Optional<IssuedTokens> refresh(UserSession session, Instant now) {
        table.updateLastSeen(session.id(), now);
        logAfterCommit("Session refreshed", session);
        return credentials.rolesOf(session.userId()).map(roles -> issueTokens(session, roles, now));
    }

    /** The session ends even while Redis is unavailable. Otherwise a thief would only have to wait for such an outage. */
    private Optional<IssuedTokens> endStolen(UserSession session, Instant now) {
        table.revoke(session.userId(), session.id(), now);
        redis.deleteOrRetryLater(session.id());
        SecurityEvent.REFRESH_TOKEN_REUSED.line().addKeyValue("session_id", session.id())
                .addKeyValue("user_id", session.userId()).log();
        logRevoked(session.userId(), List.of(session.id()), Reason.REFRESH_TOKEN_REUSED);
        return Optional.empty();
    }

    /** Redis comes last before the commit: if Redis is unavailable, nothing has happened. */
    private IssuedTokens issueTokens(UserSession session, Set<String> roles, Instant now) {
        var refreshToken = RefreshToken.random();
        table.addToken(refreshToken, session.id(), now);
        var accessToken = accessTokens.issue(session.userId(), session.id(), roles);
        redis.put(session, roles, now);
        return new IssuedTokens(session.id(), accessToken, refreshToken.value());
    }

    /** The user's live sessions, newest first, from the one after {@code after} in that order. */
    public List<UserSession> list(UserId userId, @Nullable SessionId after, int limit) {
        return table.live(userId, after, limit, clock.instant());
    }

    /** Ends one session. Returns false if the user has no such live session. */
    @Transactional
    public boolean logOut(UserId userId, SessionId sessionId) {
        var revoked = table.revoke(userId, sessionId, clock.instant());
        if (revoked) {
            redis.delete(List.of(sessionId));
            logRevoked(userId, List.of(sessionId), Reason.LOG_OUT);
        }
        return revoked;
    }

    @Override
    @Transactional
    public void everywhere(UserId userId, Reason reason) {
        revokeAll(userId, null, reason);
    }

    @Override
    @Transactional
    public void everywhereBut(UserId userId, SessionId kept, Reason reason) {
        revokeAll(userId, kept, reason);
    }

    private void revokeAll(UserId userId, @Nullable SessionId kept, Reason reason) {
        var revoked = table.revokeAll(userId, kept, clock.instant());
        redis.delete(revoked);
        logRevoked(userId, revoked, reason);
    }

    private static void logAfterCommit(String message, UserSession session) {
        AfterCommit.run(() -> log.atInfo().addKeyValue("session_id", session.id())
                .addKeyValue("user_id", session.userId()).log(message));
    }

    private static void logRevoked(UserId userId, Collection<SessionId> sessions, Reason reason) {
        AfterCommit.run(() -> sessions.forEach(session -> SecurityEvent.SESSION_REVOKED.line()
                .addKeyValue("session_id", session).addKeyValue("user_id", userId)
                .addKeyValue("reason", reason.name().toLowerCase(Locale.ROOT)).log()));
    }

    private void logRefusedToken(RefreshToken token, String address) {
        var line = SecurityEvent.TOKEN_REFUSED.line().addKeyValue("address", address);
        table.findByToken(token).map(ended -> line.addKeyValue("reason", "refresh_token_of_ended_session")
                .addKeyValue("session_id", ended.id()).addKeyValue("user_id", ended.userId()))
                .orElseGet(() -> line.addKeyValue("reason", "refresh_token_unknown")).log();
    }
}
