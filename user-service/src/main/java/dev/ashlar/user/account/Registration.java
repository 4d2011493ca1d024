package dev.ashlar.user.account;

import dev.ashlar.chassis.security.SecurityEvent;
import dev.ashlar.user.password.PasswordHashing;
import dev.ashlar.user.password.PasswordRules;
import java.time.Clock;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes accounts. */
@Service
public class Registration {

    private final Users users;
    private final PasswordRules rules;
    private final PasswordHashing hashing;
    private final AccountEvents events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Registration(Users users, PasswordRules rules, PasswordHashing hashing, AccountEvents events,
            TransactionTemplate transactions, Clock clock) {
        this.users = users;
        this.rules = rules;
        this.hashing = hashing;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes an ordinary account.
     *
     * @throws EmailTaken if another account has the address
     * @throws dev.ashlar.user.password.WeakPassword if the password breaks a rule
     * @throws dev.ashlar.user.password.HashingBusy if too many register or sign in right now
     */
    public Profile register(String email, String name, String password) {
        return register(email, name, password, false);
    }

    Profile registerAdmin(String email, String name, String password) {
        var admin = register(email, name, password, true);
        SecurityEvent.ADMIN_MADE.line().addKeyValue("user_id", admin.id()).log();
        return admin;
    }

    private Profile register(String email, String name, String password, boolean admin) {
        rules.check(password, email);
        if (users.findByEmail(email).isPresent()) {
            throw new EmailTaken();
        }
        // Hashed before the transaction begins: it takes longer than any connection should be held.
        var user = new User(email, name, hashing.hash(password), admin, clock.instant());
        try {
            return transactions.execute(_ -> insert(user));
        } catch (DataIntegrityViolationException e) {
            throw (EmailTaken) new EmailTaken().initCause(e); // by somebody who was faster
        }
    }

    private Profile insert(User user) {
        var profile = users.saveAndFlush(user).profile();
        events.registered(profile);
        return profile;
    }
}
