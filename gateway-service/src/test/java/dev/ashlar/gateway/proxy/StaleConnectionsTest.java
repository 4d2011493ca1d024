package dev.ashlar.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.Test;

class StaleConnectionsTest {

    private static final HttpHost BROKEN = new HttpHost("http", "orders-1", 8082);
    private static final HttpHost SOUND = new HttpHost("http", "orders-2", 8082);

    private final ConnectionConfig healthy = ConnectionConfig.custom().setTimeToLive(TimeValue.ofMinutes(5)).build();
    private final StaleConnections faults = new StaleConnections(healthy);

    @Test
    void limitsTheAgeOfConnectionsToTheFailedInstanceOnly() {
        faults.add(BROKEN);

        assertThat(faults.configOf(new HttpRoute(BROKEN)).getTimeToLive()).isLessThan(TimeValue.ofMinutes(1));
        assertThat(faults.configOf(new HttpRoute(SOUND))).isSameAs(healthy);
    }

    @Test
    void treatsAMissingPortAsTheDefaultPort() {
        faults.add(new HttpHost("http", "orders-1"));

        assertThat(faults.configOf(new HttpRoute(new HttpHost("http", "orders-1", 80)))).isNotSameAs(healthy);
    }

    @Test
    void doesNotLimitTheAgeBeforeAFailure() {
        assertThat(faults.configOf(new HttpRoute(BROKEN))).isSameAs(healthy);
    }
}
