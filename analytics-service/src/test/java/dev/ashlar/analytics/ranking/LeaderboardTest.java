package dev.ashlar.analytics.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.Mockito.mock;

import dev.ashlar.analytics.ShopProperties;
import dev.ashlar.testing.Logs;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.redis.core.StringRedisTemplate;

class LeaderboardTest {

    private static final String MESSAGE = "The leaderboard could not be updated";

    @RegisterExtension
    final Logs logs = new Logs();

    private final StringRedisTemplate stopped = mock(_ -> {
        throw new IllegalStateException("stopped");
    });
    private final Leaderboard leaderboard = new Leaderboard(stopped, new ShopProperties("USD"));
    private final List<ProductFigures> products = List
            .of(new ProductFigures(UUID.randomUUID(), 1, new BigDecimal("1.00")));

    @Test
    void logsAnUnexpectedFailureAfterTheCommit() {
        assertThatNoException().isThrownBy(() -> leaderboard.update("USD", products));

        assertThat(logs.of(Leaderboard.class.getName())).extracting(Logs.Line::text).containsExactly(MESSAGE);
    }

    @Test
    void ignoresSalesInAnotherCurrency() {
        leaderboard.update("EUR", products);

        assertThat(logs.of(Leaderboard.class.getName())).isEmpty();
    }
}
