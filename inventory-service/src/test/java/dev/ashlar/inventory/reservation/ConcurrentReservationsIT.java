package dev.ashlar.inventory.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.inventory.InventoryApi;
import dev.ashlar.inventory.RunningInventoryService;
import dev.ashlar.inventory.stock.StockLine;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RunningInventoryService
class ConcurrentReservationsIT {

    private static final int ORDERS = 60;

    private final InventoryApi api;
    private final Reservations reservations;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    ConcurrentReservationsIT(@LocalServerPort int port, Reservations reservations, TransactionTemplate transactions,
            JdbcClient jdbc) {
        this.api = new InventoryApi(port);
        this.reservations = reservations;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Half of the orders name the products in reverse order. A deadlock would fail the test. */
    @Test
    void neverOversellsAndNeverDeadlocks() throws Exception {
        var lamp = api.productWithStock(40);
        var chair = api.productWithStock(25);
        var orders = IntStream.range(0, ORDERS).mapToObj(_ -> UUID.randomUUID()).toList();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var results = IntStream.range(0, ORDERS).mapToObj(i -> threads.submit(() -> reserve(orders.get(i),
                    i % 2 == 0 ? lamp : chair, i % 2 == 0 ? chair : lamp))).toList();
            for (var result : results) {
                result.get();
            }
        }
        assertThat(api.stockOf(lamp)).isEqualTo("15+25");
        assertThat(api.stockOf(chair)).isEqualTo("0+25");
        assertThat(jdbc.sql("SELECT count(*) FROM reservations WHERE state = 'RESERVED' AND order_id = ANY (?)")
                .param(orders.toArray(UUID[]::new)).query(Integer.class).single()).isEqualTo(25);
    }

    /** All stock is available in the end, whichever transaction comes first. */
    @RepeatedTest(10)
    void returnsStockOnceWhenAnOrderIsReservedAndReleasedAtTheSameTime() throws Exception {
        var lamp = api.productWithStock(5);
        var chair = api.productWithStock(5);
        var order = UUID.randomUUID();
        try (var threads = Executors.newFixedThreadPool(4)) {
            var results = List.of(threads.submit(() -> release(order)),
                    threads.submit(() -> reserve(order, lamp, chair)), threads.submit(() -> release(order)),
                    threads.submit(() -> reserve(order, chair, lamp)));
            for (var result : results) {
                result.get();
            }
        }
        assertThat(api.stockOf(lamp)).isEqualTo("5+0");
        assertThat(api.stockOf(chair)).isEqualTo("5+0");
    }

    private void release(UUID order) {
        transactions.executeWithoutResult(_ -> reservations.release(order));
    }

    private void reserve(UUID order, UUID first, UUID second) {
        transactions.executeWithoutResult(
                _ -> reservations.reserve(order, List.of(new StockLine(first, 1), new StockLine(second, 1))));
    }
}
