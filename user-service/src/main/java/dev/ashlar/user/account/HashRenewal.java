package dev.ashlar.user.account;

import dev.ashlar.chassis.observability.Cause;
import dev.ashlar.user.password.HashingBusy;
import dev.ashlar.user.password.PasswordHashing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replaces a hash of other parameters than today's by one of today's. Only a log-in can: nobody else knows the password. It is
 * the same password afterwards, so no session ends; and if it fails, the next log-in tries again.
 */
@Component
class HashRenewal {

    private static final Logger log = LoggerFactory.getLogger(HashRenewal.class);

    private final Users users;
    private final PasswordHashing hashing;
    private final TransactionTemplate transactions;

    HashRenewal(Users users, PasswordHashing hashing, TransactionTemplate transactions) {
        this.users = users;
        this.hashing = hashing;
        this.transactions = transactions;
    }

    /** @param password the right one */
    void renew(User user, String password) {
        if (!hashing.isOutdated(user.passwordHash())) {
            return;
        }
        try {
            var renewed = hashing.hash(password);
            transactions.executeWithoutResult(_ -> users.replaceHash(user.id(), user.passwordHash(), renewed));
        } catch (HashingBusy | DataAccessException | TransactionException e) {
            log.atWarn().addKeyValue("user_id", user.id()).addKeyValue("cause", Cause.of(e))
                    .log("An outdated password hash stays until the next log-in");
        }
    }
}
