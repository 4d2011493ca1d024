package dev.ashlar.user.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All accounts. */
interface Users extends Repository<User, UUID> {

    User saveAndFlush(User user);

    void flush();

    void delete(User user);

    Optional<User> findById(UUID id);

    boolean existsByAdminTrue();

    @Query("SELECT u FROM User u WHERE lower(u.email) = lower(:email)")
    Optional<User> findByEmail(String email);

    /** Until the transaction ends, nobody else changes the account. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT u FROM User u WHERE u.id = :id")
    Optional<User> lockById(UUID id);

    /** Until the transaction ends, the password stays what it is; empty if it was changed since that time. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("SELECT u FROM User u WHERE u.id = :id AND u.passwordChangedAt = :passwordChangedAt")
    Optional<User> lockByIdAndPassword(UUID id, Instant passwordChangedAt);

    /** Gives the same password another hash, unless it was changed in the meantime; neither version nor time of change move. */
    @Modifying
    @Query("UPDATE User u SET u.passwordHash = :renewed WHERE u.id = :id AND u.passwordHash = :outdated")
    void replaceHash(UUID id, String outdated, String renewed);
}
