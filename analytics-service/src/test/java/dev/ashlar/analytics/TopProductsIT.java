package dev.ashlar.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.analytics.ranking.ProductFigures;
import dev.ashlar.analytics.ranking.ProductSales;
import dev.ashlar.analytics.version.FiguresVersions;
import dev.ashlar.testing.ServiceClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@RunningAnalyticsService
class TopProductsIT {

    private static final String LEADERBOARD = "analytics:top-products:USD";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2021-01-01T00:00:00Z");

    private final UUID tea = UuidCreator.getTimeOrderedEpoch();
    private final UUID cake = UuidCreator.getTimeOrderedEpoch();

    @Autowired
    private FiguresVersions versions;
    @LocalServerPort
    private int port;
    @Autowired
    private StringRedisTemplate cacheRedis;
    @Autowired
    private ProductSales sales;
    @Autowired
    private TransactionTemplate transactions;
    private ServiceClient admin;

    @BeforeEach
    void signIn() {
        admin = ServiceClient.admin(port);
    }

    @Test
    void ranksProductsByQuantitySold() {
        Purchase.of(800, tea, "1.10", NOW).confirmed();
        Purchase.of(900, cake, "2.00", NOW).confirmed();
        Purchase.of(200, tea, "1.00", NOW).confirmed();
        Purchase.of(500, cake, "2.00", NOW).created();

        awaitFigures(tea, 1_000, "1080.00");
        awaitFigures(cake, 900, "1800.00");
        assertThat(ranking()).containsSubsequence(tea, cake);
    }

    @Test
    void subtractsCancelledOrdersInAnySequenceOfEvents() {
        Purchase.of(10, tea, "1.00", NOW).confirmed().cancelledWhen("CONFIRMED");
        Purchase.of(20, tea, "1.00", NOW).cancelledWhen("CONFIRMED").confirmed();
        Purchase.of(40, tea, "1.00", NOW).confirmedWithADuplicate();

        Purchase.of(1, cake, "1.00", NOW).confirmed();
        awaitFigures(tea, 40, "40.00");
    }

    @Test
    void updatesTheLeaderboardAtOnce() {
        Purchase.of(700, tea, "1.00", NOW).confirmed();
        awaitFigures(tea, 700, "700.00");
        assertThat(cacheRedis.opsForZSet().score(LEADERBOARD, tea.toString())).isEqualTo(700);

        Purchase.of(50, tea, "1.00", NOW).confirmed();

        await().atMost(SOON).untilAsserted(
                () -> assertThat(cacheRedis.opsForZSet().score(LEADERBOARD, tea.toString())).isEqualTo(750));
        assertThat(cacheRedis.getExpire(LEADERBOARD)).isBetween(0L, 60L);
    }

    @Test
    void rebuildsALostLeaderboard() {
        Purchase.of(700, tea, "1.00", NOW).confirmed();
        awaitFigures(tea, 700, "700.00");

        cacheRedis.delete(LEADERBOARD);

        assertThat(ranking()).contains(tea);
        assertThat(cacheRedis.hasKey(LEADERBOARD)).isTrue();
    }

    @Test
    void leavesTheLeaderboardUnchangedAfterARollback() {
        Purchase.of(700, tea, "1.00", NOW).confirmed();
        awaitFigures(tea, 700, "700.00");

        transactions.executeWithoutResult(transaction -> {
            sales.add(versions.active(), true, "USD", List.of(new ProductFigures(tea, 50, new BigDecimal("50.00"))));
            transaction.setRollbackOnly();
        });

        assertThat(cacheRedis.opsForZSet().score(LEADERBOARD, tea.toString())).isEqualTo(700);
        awaitFigures(tea, 700, "700.00");
    }

    private void awaitFigures(UUID product, int quantity, String revenue) {
        var expected = "{\"product_id\":\"%s\",\"quantity\":%d,\"revenue\":%s}".formatted(product, quantity, revenue);
        await().atMost(SOON).untilAsserted(
                () -> assertThat(admin.get("/api/v1/analytics/top-products?limit=100").body()).contains(expected));
    }

    private List<UUID> ranking() {
        return admin.get("/api/v1/analytics/top-products?limit=100").json().at("/items").valueStream()
                .map(item -> UUID.fromString(item.at("/product_id").asString())).toList();
    }
}
