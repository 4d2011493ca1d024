package dev.ashlar.inventory.catalogue;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

interface Products extends Repository<Product, UUID> {

    /** One round trip without a transaction, unless the caller has one. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    Optional<Product> findById(UUID id);

    boolean existsBySku(String sku);

    long countByIdIn(Collection<UUID> ids);

    /** Locks products in the order of their ids. All transactions do, so they wait for each other and never deadlock. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Product p where p.id in :ids order by p.id")
    List<Product> lock(Collection<UUID> ids);

    <S extends Product> List<S> saveAllAndFlush(Iterable<S> products);
}
