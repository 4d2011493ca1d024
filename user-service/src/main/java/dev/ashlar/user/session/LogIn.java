package dev.ashlar.user.session;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.chassis.observability.AfterCommit;
import dev.ashlar.user.account.Credentials;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens sessions. */
@Service
public class LogIn {

    private static final Logger log = LoggerFactory.getLogger(LogIn.class);
    private static final Duration LIFETIME = Duration.ofDays(30);

    private final Credentials credentials;
    private final UserSessions sessions;
    private final Grants grants;
    private final TransactionTemplate transactions;
    private final Clock clock;

    LogIn(Credentials credentials, UserSessions sessions, Grants grants, TransactionTemplate transactions,
            Clock clock) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.grants = grants;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A session for whoever knows the password; empty for anybody else.
     *
     * @param userAgent what the client calls itself, if it does
     * @param address where the client is
     * @throws dev.ashlar.user.password.HashingBusy if too many sign in right now
     * @throws dev.ashlar.user.attempt.TooManyFailures if the password was wrong too often
     */
    public Optional<Grant> logIn(String email, String password, @Nullable String userAgent, String address) {
        return credentials.verify(email, password, address)
                .flatMap(verified -> transactions.execute(_ -> open(verified, userAgent)));
    }

    /** The password may have changed while it was hashed: no session begins with an old one. */
    private Optional<Grant> open(Credentials.Verified verified, @Nullable String userAgent) {
        if (!credentials.stillHold(verified)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var session = new UserSession(UuidCreator.getTimeOrderedEpoch(), verified.userId(), userAgent, now, now,
                now.plus(LIFETIME));
        sessions.add(session);
        AfterCommit.run(() -> log.atInfo().addKeyValue("session_id", session.id())
                .addKeyValue("user_id", session.userId()).log("Session started"));
        return Optional.of(grants.issue(session, verified.roles(), now));
    }
}
