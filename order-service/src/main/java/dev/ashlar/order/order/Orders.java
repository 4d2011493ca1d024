package dev.ashlar.order.order;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All orders. */
public interface Orders extends Repository<Order, UUID> {

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

    Order save(Order order);

    /** Writes what has changed, now: versions count on, and what is written next is written after it. */
    void flush();
}
