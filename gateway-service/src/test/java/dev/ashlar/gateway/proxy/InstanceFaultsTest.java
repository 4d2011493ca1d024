package dev.ashlar.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.gateway.upstream.Instance;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.Test;

class InstanceFaultsTest {

    private static final HttpHost BROKEN = new HttpHost("http", "orders-1", 8082);
    private static final HttpHost SOUND = new HttpHost("http", "orders-2", 8082);

    private final ConnectionConfig healthy = ConnectionConfig.custom().setTimeToLive(TimeValue.ofMinutes(5)).build();
    private final InstanceFaults faults = new InstanceFaults(healthy);

    @Test
    void endTheOlderConnectionsOfThatInstanceAlone() {
        faults.add(new Instance(BROKEN));

        assertThat(faults.configOf(new HttpRoute(BROKEN)).getTimeToLive()).isLessThan(TimeValue.ofMinutes(1));
        assertThat(faults.configOf(new HttpRoute(SOUND))).isSameAs(healthy);
    }

    @Test
    void meanTheInstanceWhetherOrNotItsPortIsWritten() {
        faults.add(new Instance(new HttpHost("http", "orders-1")));

        assertThat(faults.configOf(new HttpRoute(new HttpHost("http", "orders-1", 80)))).isNotSameAs(healthy);
    }

    @Test
    void areNoneAtFirst() {
        assertThat(faults.configOf(new HttpRoute(BROKEN))).isSameAs(healthy);
    }
}
