package dev.ashlar.gateway.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.firewall.FirewallProperties.BlockedClientsLimits;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BlockedClientsTest {

    private static final String CLIENT = "203.0.113.7";

    private final AtomicLong nanos = new AtomicLong();
    private final BlockedClients clients = new BlockedClients(
            new BlockedClientsLimits(3, Duration.ofSeconds(60), Duration.ofSeconds(30), 100), nanos::get);

    @Test
    void blocksAClientAtTheLimitOfRefusals() {
        refuse(2);
        assertThat(clients.isEmpty()).isTrue();
        assertThat(clients.secondsLeft(CLIENT)).isZero();

        refuse(1);

        assertThat(clients.isEmpty()).isFalse();
        assertThat(clients.secondsLeft(CLIENT)).isEqualTo(30);
    }

    @Test
    void blocksNoOtherClient() {
        refuse(3);

        assertThat(clients.secondsLeft("203.0.113.8")).isZero();
    }

    @Test
    void admitsTheClientAfterTheBlock() {
        refuse(3);

        after(Duration.ofMillis(29_500));
        assertThat(clients.secondsLeft(CLIENT)).isEqualTo(1);
        after(Duration.ofMillis(500));
        assertThat(clients.secondsLeft(CLIENT)).isZero();
    }

    @Test
    void countsAnewAfterTheWindow() {
        refuse(2);
        after(Duration.ofSeconds(60));

        refuse(2);

        assertThat(clients.secondsLeft(CLIENT)).isZero();
    }

    @Test
    void countsAnewAfterABlock() {
        refuse(3);
        after(Duration.ofSeconds(30));

        refuse(2);

        assertThat(clients.secondsLeft(CLIENT)).isZero();
    }

    private void refuse(int times) {
        for (var i = 0; i < times; i++) {
            clients.refused(CLIENT);
        }
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
