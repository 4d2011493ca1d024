package dev.ashlar.user.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Users extends Repository<User, UUID> {

    User saveAndFlush(User user);

    void flush();

    void delete(User user);

    Optional<User> findById(UUID id);

    boolean existsByAdminTrue();

    @Query("SELECT u FROM User u WHERE lower(u.email) = lower(:email)")
    Optional<User> findByEmail(String email);

    /** Locks the account until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT u FROM User u WHERE u.id = :id")
    Optional<User> lockById(UUID id);

    /** Empty if the password was changed after that time. Otherwise it stays unchanged until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("SELECT u FROM User u WHERE u.id = :id AND u.passwordChangedAt = :passwordChangedAt")
    Optional<User> lockByIdAndPassword(UUID id, Instant passwordChangedAt);

    /** Replaces the hash unless it was replaced before. The version and the time of the last change stay the same. */
    @Modifying
    @Query("UPDATE User u SET u.passwordHash = :renewed WHERE u.id = :id AND u.passwordHash = :outdated")
    void replaceHash(UUID id, String outdated, String renewed);
}
