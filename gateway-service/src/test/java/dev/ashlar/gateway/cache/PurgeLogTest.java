package dev.ashlar.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurgeLogTest {

    private final PurgeLog log = new PurgeLog(Ticker.disabledTicker());

    @Test
    void refusesAResponseWhoseTagWasPurgedAfterItsFetchBegan() {
        var ticket = log.ticket();
        log.add("path /a");

        assertThat(log.allows(ticket, List.of("path /a"))).isFalse();
        assertThat(log.allows(ticket, List.of("path /b"))).isTrue();
        assertThat(log.allows(log.ticket(), List.of("path /a"))).isTrue();
    }

    @Test
    void refusesAResponseIfAPurgeSinceItsFetchMayBeForgotten() {
        var ticket = log.ticket();
        for (var tag = 0; tag < 150_000; tag++) {
            log.add("path /" + tag);
        }

        assertThat(log.allows(ticket, List.of("path /other"))).isFalse();
        assertThat(log.allows(log.ticket(), List.of("path /other"))).isTrue();
    }
}
