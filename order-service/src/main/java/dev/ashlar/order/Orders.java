package dev.ashlar.order;

import dev.ashlar.order.Order.UserId;
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

/** The table of orders. A lock lasts until the transaction ends. */
public interface Orders extends Repository<Order, UUID> {

    /** The value of {@link org.hibernate.Timeouts#SKIP_LOCKED_MILLI}. */
    String SKIP_LOCKED = "-2";

    Optional<Order> findById(UUID id);

    Optional<Order> findByIdAndUserId(UUID id, UserId userId);

    /** A user's orders with smaller ids, that is older ones, newest first. */
    @Query("select o from Order o where o.userId = :userId and o.id < :before order by o.id desc")
    List<Order> findOlder(UserId userId, UUID before, Limit limit);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Order> findLockedById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Order> findLockedByIdAndUserId(UUID id, UserId userId);

    /** Locks pending orders that were created before the given time, oldest first. Skips those that are locked already. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
    @Query("select o from Order o where o.status = PENDING and o.createdAt < :before order by o.createdAt")
    List<Order> lockPending(Instant before, Limit limit);

    Order save(Order order);

    /** Writes all changes now. This counts the versions up, and puts the rows before the outbox row. */
    void flush();
}
