package dev.ashlar.user.account;

import dev.ashlar.cache.CacheAside;
import dev.ashlar.cache.Versioned;
import dev.ashlar.chassis.security.SecurityEvent;
import dev.ashlar.messaging.Outbox;
import dev.ashlar.pictures.Pictures;
import dev.ashlar.user.UserId;
import dev.ashlar.user.account.AccountRefused.EmailTaken;
import dev.ashlar.user.account.events.UserChanged;
import dev.ashlar.user.account.events.UserDeleted;
import dev.ashlar.user.account.events.UserRegistered;
import dev.ashlar.user.account.events.UserTopic;
import dev.ashlar.user.password.PasswordHashing;
import dev.ashlar.user.password.PasswordRules;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Registers, reads, changes and deletes accounts. Each change appends an event to the outbox in its transaction (ADR 3), and evicts
 * the cached profile after the commit (ADR 9).
 */
@Service
public class Accounts {

    private final Users users;
    private final PasswordRules rules;
    private final PasswordHashing hashing;
    private final CacheAside cache;
    private final Outbox outbox;
    private final Pictures pictures;
    private final SignOut signOut;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Accounts(Users users, PasswordRules rules, PasswordHashing hashing, CacheAside cache, Outbox outbox,
            Pictures pictures, SignOut signOut, TransactionTemplate transactions, Clock clock) {
        this.users = users;
        this.rules = rules;
        this.hashing = hashing;
        this.cache = cache;
        this.outbox = outbox;
        this.pictures = pictures;
        this.signOut = signOut;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Creates an ordinary account.
     *
     * @throws EmailTaken if another account has the e-mail address
     * @throws dev.ashlar.user.password.WeakPassword if the password breaks a rule
     * @throws dev.ashlar.user.password.HashingBusy if too many passwords are being hashed
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
        // The hash takes long, so it is computed before the transaction takes a connection.
        var user = new User(email, name, hashing.hash(password), admin, clock.instant());
        try {
            return transactions.execute(_ -> insert(user));
        } catch (DataIntegrityViolationException e) { // another request registered the address in the meantime
            throw (EmailTaken) new EmailTaken().initCause(e);
        }
    }

    private Profile insert(User user) {
        var profile = users.saveAndFlush(user).profile();
        outbox.append(UserTopic.NAME, profile.id(), new UserRegistered(profile.id(), profile.version(), profile.email(),
                profile.name(), clock.instant()));
        return profile;
    }

    /** The profile as of its last committed change, from the cache if possible. */
    public Optional<Profile> find(UserId id) {
        try {
            return Optional.of(cache.get(key(id), Profile.class, () -> load(id)));
        } catch (NoSuchElementException _) { // from load: the cache stores no absence
            return Optional.empty();
        }
    }

    private Versioned<Profile> load(UserId id) {
        var profile = users.findById(id.value()).map(User::profile).orElseThrow();
        return new Versioned<>(profile.version(), profile);
    }

    /**
     * Changes the user's name.
     *
     * @param name null to change nothing
     * @param precondition receives the current version, and throws to prevent the change
     */
    public Optional<Profile> change(UserId id, @Nullable String name, LongConsumer precondition) {
        return change(id, precondition, user -> name != null && user.rename(name));
    }

    /**
     * Replaces the user's picture.
     *
     * @param url the path of a picture in {@link Pictures}
     * @param precondition receives the current version, and throws to prevent the change
     */
    public Optional<Profile> changeAvatar(UserId id, String url, LongConsumer precondition) {
        return change(id, precondition, user -> {
            var replaced = user.avatarUrl();
            var changes = user.showAvatar(url);
            if (changes) {
                pictures.release(replaced);
            }
            return changes;
        });
    }

    private Optional<Profile> change(UserId id, LongConsumer precondition, Predicate<User> change) {
        var changed = transactions.execute(_ -> users.lockById(id.value())
                .map(user -> change(user, precondition, change)));
        changed.ifPresent(profile -> cache.evict(key(id), profile.version()));
        return changed;
    }

    private Profile change(User user, LongConsumer precondition, Predicate<User> change) {
        precondition.accept(user.version());
        if (change.test(user)) {
            users.flush();
            var profile = user.profile();
            outbox.append(UserTopic.NAME, profile.id(), new UserChanged(profile.id(), profile.version(),
                    profile.email(), profile.name(), clock.instant()));
        }
        return user.profile();
    }

    /** Ends all sessions of the account and deletes it. Does nothing if the account does not exist. */
    public void delete(UserId id) {
        transactions.execute(_ -> users.lockById(id.value()).map(this::delete))
                .ifPresent(version -> cache.evict(key(id), version));
    }

    private long delete(User user) {
        var id = user.id();
        var version = user.version() + 1;
        signOut.everywhere(id, SignOut.Reason.ACCOUNT_DELETED);
        users.delete(user);
        users.flush();
        pictures.release(user.avatarUrl());
        outbox.append(UserTopic.NAME, id.value(), new UserDeleted(id.value(), version, clock.instant()));
        outbox.tombstone(UserTopic.NAME, id.value());
        return version;
    }

    /** Evicts the cached profile if it is older than the version. Throws if the cache is unavailable, so that the caller retries. */
    void evict(UserId id, long version) {
        cache.evictOrThrow(key(id), version);
    }

    private static String key(UserId id) {
        return "user:" + id;
    }
}
