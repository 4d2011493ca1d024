package dev.ashlar.user.account;

import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.chassis.security.SecurityEvent;
import dev.ashlar.user.UserId;
import dev.ashlar.user.attempt.PasswordAttempts;
import dev.ashlar.user.password.HashingBusy;
import dev.ashlar.user.password.PasswordHashing;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks passwords. */
@Service
public class Credentials {

    /** The account that an e-mail address and a password belong to, and the time since when it has this password. */
    public record Verified(UserId userId, Set<String> roles, Instant passwordChangedAt) {}

    private static final Logger log = LoggerFactory.getLogger(Credentials.class);

    private final Users users;
    private final PasswordHashing hashing;
    private final PasswordAttempts attempts;
    private final TransactionTemplate transactions;

    Credentials(Users users, PasswordHashing hashing, PasswordAttempts attempts, TransactionTemplate transactions) {
        this.users = users;
        this.hashing = hashing;
        this.attempts = attempts;
        this.transactions = transactions;
    }

    /**
     * Finds the account with this e-mail address and password. An unknown address and a wrong password do the same work, so that the
     * time of the response does not reveal whether an account exists.
     *
     * @param address the client's network address
     * @throws HashingBusy if too many passwords are being hashed
     * @throws dev.ashlar.user.attempt.TooManyFailures if the password was wrong too often
     */
    public Optional<Verified> verify(String email, String password, String address) {
        var user = users.findByEmail(email);
        if (!matches(user.orElse(null), email, password, address)) {
            return Optional.empty();
        }
        user.filter(known -> hashing.isOutdated(known.passwordHash())).ifPresent(known -> renewHash(known, password));
        return user.map(known -> new Verified(known.id(), Set.copyOf(known.roles()), known.passwordChangedAt()));
    }

    /**
     * Checks a password, and counts a wrong one as a failed attempt.
     *
     * @param user null if no account has the e-mail address
     */
    boolean matches(@Nullable User user, String email, String password, String address) {
        var id = user == null ? null : user.id();
        var hash = user == null ? null : user.passwordHash();
        var matches = attempts.succeeds(email, id, address, () -> hashing.matches(password, hash));
        if (!matches) {
            logFailure(id, address);
        }
        return matches;
    }

    /**
     * Replaces a hash that was made with older parameters. Only a log-in can, because only then the password is known. The password
     * stays the same, so no session ends. If the renewal fails, the log-in succeeds all the same, and the next one tries again.
     */
    private void renewHash(User user, String password) {
        try {
            var renewed = hashing.hash(password);
            transactions.executeWithoutResult(_ -> users.replaceHash(user.id().value(), user.passwordHash(), renewed));
        } catch (HashingBusy | DataAccessException | TransactionException e) {
            log.atWarn().addKeyValue("user_id", user.id()).addKeyValue("cause", Cause.of(e))
                    .log("Cannot renew an outdated password hash; the next log-in tries again");
        }
    }

    /** Returns false if the password has changed since it was verified. Otherwise it stays unchanged until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean stillHold(Verified verified) {
        return users.lockByIdAndPassword(verified.userId.value(), verified.passwordChangedAt).isPresent();
    }

    /** The current roles, from the database: a cached copy may grant a role that was removed. */
    public Optional<Set<String>> rolesOf(UserId userId) {
        return users.findById(userId.value()).map(user -> Set.copyOf(user.roles()));
    }

    /** Writes one line for a known and for an unknown account, so that neither takes longer. */
    private static void logFailure(@Nullable UserId userId, String address) {
        SecurityEvent.LOG_IN_FAILED.line().addKeyValue("user_id", userId == null ? "unknown" : userId)
                .addKeyValue("address", address).log();
    }
}
