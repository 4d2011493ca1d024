package dev.ashlar.order;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
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

/** An order. Its lines and prices never change, its status does. */
@Entity
@Table(name = "orders")
public class Order implements Persistable<UUID> {

    public record OrderId(UUID value) {}

    @Embeddable
    public record UserId(@Column(name = "user_id") UUID value) {}

    /**
     * A product with the name and the price that it had when the order was accepted.
     *
     * @param name null in orders that an older version of this service accepted
     * @param unitPrice with two decimal digits
     */
    @Embeddable
    public record Line(UUID productId, @Nullable String name, int quantity,
            @Column(precision = 12, scale = 2) BigDecimal unitPrice) {

        BigDecimal amount() {
            return unitPrice.multiply(BigDecimal.valueOf(quantity));
        }
    }

    /** {@code PENDING → CONFIRMED | REJECTED}, and {@code PENDING | CONFIRMED → CANCELLED}. */
    public enum Status {

        /** Accepted; inventory-service has not reserved the stock yet. */
        PENDING,
        /** The stock is reserved. */
        CONFIRMED,
        /** The stock could not be reserved, or not in time. */
        REJECTED,
        /** The owner withdrew the order. */
        CANCELLED;

        private boolean canBecome(Status next) {
            return switch (this) {
                case PENDING -> next != PENDING;
                case CONFIRMED -> next == CANCELLED;
                case REJECTED, CANCELLED -> false;
            };
        }
    }

    @Id
    private UUID id;
    private UserId userId;
    @Enumerated(EnumType.STRING)
    private Status status;
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "order_items", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 101) // the largest page of the list, and the row that shows whether another page follows
    private List<Line> lines;
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

    Order(UserId userId, Quote quote, Instant now) {
        id = UuidCreator.getTimeOrderedEpoch();
        this.userId = userId;
        status = Status.PENDING;
        lines = new ArrayList<>(quote.lines());
        total = quote.total();
        currency = quote.currency();
        version = 1;
        createdAt = now;
        updatedAt = now;
        isNew = true;
    }

    void confirm(Instant now) {
        become(Status.CONFIRMED, now);
    }

    void reject(String reason, Instant now) {
        become(Status.REJECTED, now);
        this.reason = reason;
    }

    void cancel(Instant now) {
        become(Status.CANCELLED, now);
    }

    private void become(Status next, Instant now) {
        if (!status.canBecome(next)) {
            throw new OrderRefused.WrongStatus(status, next);
        }
        status = next;
        updatedAt = now;
    }

    @Override
    public UUID getId() {
        return id;
    }

    /** Spring Data can't tell from the id or the version: both are set from the start. */
    @Override
    public boolean isNew() {
        return isNew;
    }

    public UserId userId() {
        return userId;
    }

    public Status status() {
        return status;
    }

    /** In the sequence of the request. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /** The sum of all lines, with two decimal digits. */
    public BigDecimal total() {
        return total;
    }

    /** ISO 4217. */
    public String currency() {
        return currency;
    }

    /** The code of the rejection; null if the order is not rejected. */
    public @Nullable String reason() {
        return reason;
    }

    /** Starts at 1. Each change adds 1 when it is flushed. */
    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The time of the last change of the status. */
    public Instant updatedAt() {
        return updatedAt;
    }
}
