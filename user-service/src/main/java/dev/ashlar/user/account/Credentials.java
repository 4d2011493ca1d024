package dev.ashlar.user.account;

import dev.ashlar.chassis.security.SecurityEvent;
import dev.ashlar.user.attempt.Attempts;
import dev.ashlar.user.password.PasswordHashing;
import dev.ashlar.user.password.PasswordRules;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks and changes passwords. */
@Service
public class Credentials {

    /** Somebody who knew the account's password as it was since {@code passwordChangedAt}. */
    public record Verified(UUID userId, Set<String> roles, Instant passwordChangedAt) {}

    private final Users users;
    private final PasswordRules rules;
    private final PasswordHashing hashing;
    private final HashRenewal renewal;
    private final Attempts attempts;
    private final SignOut signOut;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Credentials(Users users, PasswordRules rules, PasswordHashing hashing, HashRenewal renewal, Attempts attempts,
            SignOut signOut, TransactionTemplate transactions, Clock clock) {
        this.users = users;
        this.rules = rules;
        this.hashing = hashing;
        this.renewal = renewal;
        this.attempts = attempts;
        this.signOut = signOut;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Whose e-mail address and password these are; an unknown address takes as long to refuse as a wrong password.
     *
     * @param address where the caller is
     * @throws dev.ashlar.user.password.HashingBusy if too many sign in right now
     * @throws dev.ashlar.user.attempt.TooManyFailures if it was wrong too often
     */
    public Optional<Verified> verify(String email, String password, String address) {
        var user = users.findByEmail(email);
        var hash = user.map(User::passwordHash).orElse(null);
        if (!attempts.succeeds(email, user.map(User::id).orElse(null), address,
                () -> hashing.matches(password, hash))) {
            tellFailure(user.map(User::id).orElse(null), address);
            return Optional.empty();
        }
        user.ifPresent(known -> renewal.renew(known, password));
        return user.map(Credentials::verified);
    }

    /** Whether they are still right; if so, they stay so until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean stillHold(Verified verified) {
        return users.lockByIdAndPassword(verified.userId, verified.passwordChangedAt).isPresent();
    }

    /** What the user may do now; from the database, since a cache is no authority on that. */
    public Optional<Set<String>> rolesOf(UUID userId) {
        return users.findById(userId).map(user -> Set.copyOf(user.roles()));
    }

    /**
     * Changes the password and ends every session but the one that asks for it.
     *
     * @param address where the caller is
     * @throws WrongPassword if the current one is another
     * @throws dev.ashlar.user.attempt.TooManyFailures if it was wrong too often
     * @throws dev.ashlar.user.password.WeakPassword if the new one breaks a rule
     */
    public void change(UUID userId, UUID sessionId, String address, String current, String replacement) {
        var user = users.findById(userId).orElseThrow(WrongPassword::new);
        rules.check(replacement, user.email());
        if (!attempts.succeeds(user.email(), userId, address, () -> hashing.matches(current, user.passwordHash()))) {
            tellFailure(userId, address);
            throw new WrongPassword();
        }
        var hash = hashing.hash(replacement);
        transactions.executeWithoutResult(_ -> {
            var locked = users.lockById(userId).filter(user::hasSamePassword).orElseThrow(WrongPassword::new);
            locked.changePassword(hash, clock.instant());
            users.flush();
            signOut.everywhereBut(userId, sessionId);
        });
    }

    /** Sets a password that an operator chose, if it is not that already. */
    void set(String email, String password) {
        users.findByEmail(email).filter(user -> !hashing.matches(password, user.passwordHash()))
                .ifPresent(user -> reset(user.id(), hashing.hash(password)));
    }

    private void reset(UUID userId, String hash) {
        transactions.executeWithoutResult(_ -> users.lockById(userId).ifPresent(user -> {
            user.changePassword(hash, clock.instant());
            users.flush();
            signOut.everywhere(userId, SignOut.Reason.PASSWORD_SET);
        }));
    }

    /** Known or not, it is one line: so neither takes longer. */
    private static void tellFailure(@Nullable UUID userId, String address) {
        SecurityEvent.LOG_IN_FAILED.line().addKeyValue("user_id", userId == null ? "unknown" : userId)
                .addKeyValue("address", address).log();
    }

    private static Verified verified(User user) {
        return new Verified(user.id(), Set.copyOf(user.roles()), user.passwordChangedAt());
    }
}
