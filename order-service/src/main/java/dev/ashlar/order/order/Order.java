package dev.ashlar.order.order;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** An order: what was bought at which prices never changes, its status does. */
@Entity
@Table(name = "orders")
public class Order implements Persistable<UUID> {

    @Id
    private UUID id;
    private UUID userId;
    @Enumerated(EnumType.STRING)
    private OrderStatus status;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "order_items", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 101) // a page of the list, and the row that tells whether there is another
    private List<OrderLine> lines;
    @Column(precision = 12, scale = 2)
    private BigDecimal total;
    private String currency;
    private @Nullable String reason;
    @Version
    private long version;
    private Instant createdAt;
    private Instant updatedAt;
    @Transient
    private boolean isNew;

    /** For JPA. */
    protected Order() {}

    Order(UUID userId, Quote quote, Instant now) {
        id = UuidCreator.getTimeOrderedEpoch();
        this.userId = userId;
        status = OrderStatus.PENDING;
        lines = new ArrayList<>(quote.lines());
        total = quote.total();
        currency = quote.currency();
        version = 1;
        createdAt = now;
        updatedAt = now;
        isNew = true;
    }

    void confirm(Instant now) {
        become(OrderStatus.CONFIRMED, now);
    }

    void reject(String why, Instant now) {
        become(OrderStatus.REJECTED, now);
        reason = why;
    }

    void cancel(Instant now) {
        become(OrderStatus.CANCELLED, now);
    }

    private void become(OrderStatus next, Instant now) {
        if (!status.canBecome(next)) {
            throw new TransitionRefused(status, next);
        }
        status = next;
        updatedAt = now;
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Known without a look into the database: the id is made here, and a version is set from the start. */
    @Override
    public boolean isNew() {
        return isNew;
    }

    /** Whose it is. */
    public UUID userId() {
        return userId;
    }

    /** Where it stands. */
    public OrderStatus status() {
        return status;
    }

    /** In the sequence in which they were asked for. */
    public List<OrderLine> lines() {
        return List.copyOf(lines);
    }

    /** The sum of all lines, of two decimal digits. */
    public BigDecimal total() {
        return total;
    }

    /** ISO 4217. */
    public String currency() {
        return currency;
    }

    /** Why it was rejected, as a code. */
    public @Nullable String reason() {
        return reason;
    }

    /** From 1, one more with each change; counted when the change is written. */
    public long version() {
        return version;
    }

    /** When it was accepted. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When its status changed last. */
    public Instant updatedAt() {
        return updatedAt;
    }
}
