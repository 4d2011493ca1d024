package dev.ashlar.inventory.catalogue;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Products extends Repository<Product, UUID> {

    Optional<Product> findById(UUID id);

    boolean existsBySku(String sku);

    long countByIdIn(Collection<UUID> ids);

    /** Locks in the order of ids, as every transaction does: so they queue up rather than deadlock. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Product p where p.id in :ids order by p.id")
    List<Product> lock(Collection<UUID> ids);

    <S extends Product> List<S> saveAllAndFlush(Iterable<S> products);
}
