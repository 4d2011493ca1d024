package dev.ashlar.order.order;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** All orders. */
public interface Orders extends Repository<Order, UUID> {

    /** Hibernate's number for it, {@link org.hibernate.Timeouts#SKIP_LOCKED_MILLI}. */
    String SKIP_LOCKED = "-2";

    Optional<Order> findById(UUID id);

    Optional<Order> findByIdAndUserId(UUID id, UUID userId);

    /** A user's orders that are older than the given one, newest first. */
    @Query("select o from Order o where o.userId = :userId and o.id < :before order by o.id desc")
    List<Order> findOlder(UUID userId, UUID before, Limit limit);

    /** As {@link #findById}, locked until the transaction ends: a caller's cancel and inventory's answer take turns. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Order> findLockedById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Order> findLockedByIdAndUserId(UUID id, UUID userId);

    /** Orders that are pending since before the given time, oldest first, locked; those that somebody else has locked are left out. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
    @Query("select o from Order o where o.status = PENDING and o.createdAt < :before order by o.createdAt")
    List<Order> lockPending(Instant before, Limit limit);

    Order save(Order order);

    /** Writes what has changed, now: versions count on, and what is written next is written after it. */
    void flush();
}
