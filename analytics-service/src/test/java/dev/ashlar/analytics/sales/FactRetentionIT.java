package dev.ashlar.analytics.sales;

import static dev.ashlar.testing.BackingService.POSTGRES;
import static dev.ashlar.testing.BackingService.REDIS;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.testing.WithInfrastructure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The database role is used by this test only, because the horizon concerns all older orders. */
@SpringBootTest(properties = {"management.server.port=0", "ashlar.database-role=analytics_service_settled",
        "spring.kafka.bootstrap-servers=127.0.0.1:1"})
@WithInfrastructure(service = "analytics_service_settled", parts = {POSTGRES, REDIS})
@DirtiesContext
class FactRetentionIT {

    @Autowired
    private FactRetention retention;
    @Autowired
    private OrderFacts facts;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transactions;

    @Test
    void doesNotCountDeletedOrdersAgainInAReplay() {
        var now = Instant.now();
        var old = order(now.minus(Duration.ofDays(402)));
        apply(old, OrderProgress.CREATED);
        apply(old, OrderProgress.CONFIRMED);
        var late = order(now.minus(Duration.ofDays(402)));
        apply(late, OrderProgress.CREATED);
        assertThat(factsOf(old)).isOne();
        jdbc.sql("UPDATE order_facts SET learned_at = now() - interval '402 days' WHERE order_id = ?").param(old.id())
                .update();

        while (retention.deleteBatch(jdbc, now, 1_000) > 0) {
            // next batch
        }
        apply(old, OrderProgress.CREATED);
        apply(late, OrderProgress.CONFIRMED);
        var young = order(now.minus(Duration.ofDays(300)));
        apply(young, OrderProgress.CREATED);

        assertThat(factsOf(old)).isZero();
        assertThat(factsOf(late)).isOne();
        assertThat(factsOf(young)).isOne();
        assertThat(counted()).isEqualTo(3);
    }

    private void apply(Order order, OrderProgress change) {
        transactions.executeWithoutResult(_ -> facts.apply(order, change, "event-1"));
    }

    private static Order order(Instant createdAt) {
        return new Order(UuidCreator.getTimeOrderedEpoch(), createdAt, new BigDecimal("10.00"), "USD",
                List.of(new Order.Line(UuidCreator.getTimeOrderedEpoch(), 1, new BigDecimal("10.00"))));
    }

    private long counted() {
        return jdbc.sql("SELECT sum(created) FROM order_figures WHERE unit = 'day'").query(Long.class).single();
    }

    private long factsOf(Order order) {
        return jdbc.sql("SELECT count(*) FROM order_facts WHERE order_id = ?").param(order.id()).query(Long.class)
                .single();
    }
}
