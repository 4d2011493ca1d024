package dev.ashlar.user.account;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.chassis.security.CurrentUser;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** An account. Its version counts changes of the profile only: nobody caches or hears of a new password. */
@Entity
@Table(name = "users")
class User {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String email;
    private String name;

    @OptimisticLock(excluded = true)
    private String passwordHash;

    @OptimisticLock(excluded = true)
    private Instant passwordChangedAt;

    private boolean admin;
    private Instant createdAt;

    /** For JPA. */
    protected User() {}

    User(String email, String name, String passwordHash, boolean admin, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.email = email;
        this.name = name;
        this.passwordHash = passwordHash;
        this.passwordChangedAt = now;
        this.admin = admin;
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    String passwordHash() {
        return passwordHash;
    }

    Instant passwordChangedAt() {
        return passwordChangedAt;
    }

    boolean hasSamePassword(User read) {
        return passwordChangedAt.equals(read.passwordChangedAt);
    }

    /** Hibernate counts from 0, events from 1. */
    long version() {
        return version == null ? 1 : version + 1;
    }

    List<String> roles() {
        return admin ? List.of("user", CurrentUser.ADMIN) : List.of("user");
    }

    /** Whether that changed anything. */
    boolean rename(String to) {
        var changes = !to.equals(name);
        name = to;
        return changes;
    }

    void changePassword(String hash, Instant now) {
        passwordHash = hash;
        passwordChangedAt = now;
    }

    /** As of the last flush. */
    Profile profile() {
        return new Profile(id, version(), email, name, null, roles(), createdAt);
    }
}
