package dev.ashlar.user.account;

import dev.ashlar.user.SessionId;
import dev.ashlar.user.UserId;
import dev.ashlar.user.account.AccountRefused.WrongPassword;
import dev.ashlar.user.password.PasswordHashing;
import dev.ashlar.user.password.PasswordRules;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes passwords. A new password ends the sessions that began with the old one. */
@Service
public class PasswordChange {

    private final Users users;
    private final Credentials credentials;
    private final PasswordRules rules;
    private final PasswordHashing hashing;
    private final SignOut signOut;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PasswordChange(Users users, Credentials credentials, PasswordRules rules, PasswordHashing hashing, SignOut signOut,
            TransactionTemplate transactions, Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.rules = rules;
        this.hashing = hashing;
        this.signOut = signOut;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Changes the user's own password and ends every other session of the user.
     *
     * @param sessionId the session that stays
     * @param address the client's network address
     * @throws WrongPassword if {@code current} is not the user's password
     * @throws dev.ashlar.user.attempt.TooManyFailures if the current password was wrong too often
     * @throws dev.ashlar.user.password.WeakPassword if {@code replacement} breaks a rule
     * @throws dev.ashlar.user.password.HashingBusy if too many passwords are being hashed
     */
    public void change(UserId userId, SessionId sessionId, String address, String current, String replacement) {
        var user = users.findById(userId.value()).orElseThrow(WrongPassword::new);
        rules.check(replacement, user.email());
        if (!credentials.matches(user, user.email(), current, address)) {
            throw new WrongPassword();
        }
        var hash = hashing.hash(replacement);
        transactions.executeWithoutResult(_ -> {
            var locked = users.lockById(userId.value()).filter(user::hasSamePassword).orElseThrow(WrongPassword::new);
            locked.changePassword(hash, clock.instant());
            users.flush();
            signOut.everywhereBut(userId, sessionId, SignOut.Reason.PASSWORD_CHANGED);
        });
    }

    /** Sets a password that the operator chose and ends all sessions of the user. Does nothing if it is the current password. */
    void set(String email, String password) {
        users.findByEmail(email).filter(user -> !hashing.matches(password, user.passwordHash()))
                .ifPresent(user -> set(user.id(), hashing.hash(password)));
    }

    private void set(UserId userId, String hash) {
        transactions.executeWithoutResult(_ -> users.lockById(userId.value()).ifPresent(user -> {
            user.changePassword(hash, clock.instant());
            users.flush();
            signOut.everywhere(userId, SignOut.Reason.PASSWORD_SET);
        }));
    }
}
