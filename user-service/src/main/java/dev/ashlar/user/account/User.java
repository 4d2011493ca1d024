package dev.ashlar.user.account;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.user.UserId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** An account. A new password does not change the version, because it is neither cached nor published. */
@Entity
@Table(name = "users")
class User {

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    private String email;
    private String name;
    private @Nullable String avatarUrl;

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

    UserId id() {
        return new UserId(id);
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

    boolean hasSamePassword(User other) {
        return passwordChangedAt.equals(other.passwordChangedAt);
    }

    /** Hibernate counts from 0, the events from 1. */
    long version() {
        return version == null ? 1 : version + 1;
    }

    List<String> roles() {
        return admin ? List.of("user", CurrentUser.ADMIN) : List.of("user");
    }

    /** Returns false if the user has this name already. */
    boolean rename(String newName) {
        var changes = !newName.equals(name);
        name = newName;
        return changes;
    }

    @Nullable
    String avatarUrl() {
        return avatarUrl;
    }

    /** Returns false if the user has this picture already. */
    boolean showAvatar(String url) {
        var changes = !url.equals(avatarUrl);
        avatarUrl = url;
        return changes;
    }

    void changePassword(String hash, Instant now) {
        passwordHash = hash;
        passwordChangedAt = now;
    }

    /** The version is that of the last flush. */
    Profile profile() {
        return new Profile(id, version(), email, name, avatarUrl, roles(), createdAt);
    }
}
