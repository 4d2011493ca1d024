package dev.ashlar.analytics.ranking;

import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.analytics.sales.Order;
import dev.ashlar.analytics.sales.OrderFacts;
import dev.ashlar.analytics.sales.OrderProgress;
import dev.ashlar.testing.ServiceClient;
import dev.ashlar.testing.WithInfrastructure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Kafka and the cache Redis are down. The database role is used by this test only. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "ashlar.database-role=analytics_service_alone", "spring.kafka.bootstrap-servers=127.0.0.1:1",
        "ashlar.redis.cache-url=redis://127.0.0.1:1"})
@WithInfrastructure(service = "analytics_service_alone", parts = {POSTGRES, REDIS})
@DirtiesContext
class WithoutCacheIT {

    private static final BigDecimal PRICE = new BigDecimal("0.50");

    private final UUID tea = UuidCreator.getTimeOrderedEpoch();
    private final UUID cake = UuidCreator.getTimeOrderedEpoch();

    @LocalServerPort
    private int port;
    @Autowired
    private OrderFacts facts;
    @Autowired
    private TopProducts products;
    @Autowired
    private TransactionTemplate transactions;

    @Test
    void staysReadyAndReportsThatTheCacheIsDown() {
        var health = ServiceClient.of(port).get("/health/ready");

        assertThat(health.text("/checks/redis_cache/status")).isEqualTo("down");
    }

    @Test
    void ranksFromTheDatabase() {
        apply(orderFor(tea, cake, cake), OrderProgress.CONFIRMED);

        assertThat(products.first(100)).containsSubsequence(new ProductFigures(cake, 2, new BigDecimal("1.00")),
                new ProductFigures(tea, 1, new BigDecimal("0.50")));
        assertThat(products.first(1)).hasSize(1);
    }

    @Test
    void addsAnOrderOnceOnConcurrentDuplicates() throws Exception {
        var order = orderFor(tea);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 16).mapToObj(_ -> threads.submit(() -> apply(order, OrderProgress.CONFIRMED)))
                    .toList();
            for (var one : all) {
                one.get();
            }
        }

        assertThat(products.first(100)).contains(new ProductFigures(tea, 1, new BigDecimal("0.50")));
    }

    @Test
    void addsConcurrentOrdersWithTheSameProductsWithoutADeadlock() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 50).mapToObj(i -> i % 2 == 0 ? orderFor(tea, cake) : orderFor(cake, tea))
                    .map(order -> threads.submit(() -> apply(order, OrderProgress.CONFIRMED))).toList();
            for (var one : all) {
                one.get();
            }
        }

        assertThat(products.first(100)).contains(new ProductFigures(tea, 50, new BigDecimal("25.00")),
                new ProductFigures(cake, 50, new BigDecimal("25.00")));
    }

    private void apply(Order order, OrderProgress change) {
        transactions.executeWithoutResult(_ -> facts.apply(order, change, "event-1"));
    }

    private static Order orderFor(UUID... products) {
        var lines = List.of(products).stream().map(product -> new Order.Line(product, 1, PRICE)).toList();
        return new Order(UuidCreator.getTimeOrderedEpoch(), Instant.parse("2022-01-01T00:00:00Z"),
                PRICE.multiply(BigDecimal.valueOf(products.length)), "USD", lines);
    }
}
