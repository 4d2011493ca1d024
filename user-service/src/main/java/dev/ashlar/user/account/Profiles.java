package dev.ashlar.user.account;

import dev.ashlar.cache.CacheAside;
import dev.ashlar.cache.Versioned;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads profiles through the cache, and changes them (ADR 9). */
@Service
public class Profiles {

    private final Users users;
    private final CacheAside cache;
    private final AccountEvents events;
    private final SignOut signOut;
    private final TransactionTemplate transactions;

    Profiles(Users users, CacheAside cache, AccountEvents events, SignOut signOut, TransactionTemplate transactions) {
        this.users = users;
        this.cache = cache;
        this.events = events;
        this.signOut = signOut;
        this.transactions = transactions;
    }

    /** The profile, at most as old as its last change. */
    public Optional<Profile> find(UUID id) {
        try {
            return Optional.of(cache.get(key(id), Profile.class, () -> load(id)));
        } catch (NoSuchElementException _) {
            return Optional.empty(); // thrown by load: the cache keeps no absences
        }
    }

    /**
     * Gives the user another name, if one is given.
     *
     * @param precondition is told the present version, and throws if the change must not happen then
     */
    public Optional<Profile> change(UUID id, @Nullable String name, LongConsumer precondition) {
        var changed = transactions.execute(_ -> users.lockById(id).map(user -> change(user, name, precondition)));
        changed.ifPresent(profile -> cache.evict(key(id), profile.version()));
        return changed;
    }

    /** Ends all sessions and erases the account; nothing happens if there is none. */
    public void delete(UUID id) {
        transactions.execute(_ -> users.lockById(id).map(this::delete))
                .ifPresent(version -> cache.evict(key(id), version));
    }

    /** Drops the cached profile if it is older than the version; throws while the cache is away, to be tried again. */
    public void evict(UUID id, long version) {
        cache.evictSurely(key(id), version);
    }

    private Profile change(User user, @Nullable String name, LongConsumer precondition) {
        precondition.accept(user.version());
        if (name != null && user.rename(name)) {
            users.flush();
            events.changed(user.profile());
        }
        return user.profile();
    }

    private long delete(User user) {
        var version = user.version() + 1;
        signOut.everywhere(user.id(), SignOut.Reason.ACCOUNT_DELETED);
        users.delete(user);
        users.flush();
        events.deleted(user.id(), version);
        return version;
    }

    private Versioned<Profile> load(UUID id) {
        var profile = users.findById(id).map(User::profile).orElseThrow();
        return new Versioned<>(profile.version(), profile);
    }

    private static String key(UUID id) {
        return "user:" + id;
    }
}
