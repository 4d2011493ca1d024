package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.health.HealthDetail;
import java.util.Map;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.springframework.stereotype.Component;

/** The connections to the services, in the detailed health. */
@Component
class ConnectionPoolHealth implements HealthDetail {

    private final PoolingHttpClientConnectionManager connections;

    ConnectionPoolHealth(PoolingHttpClientConnectionManager connections) {
        this.connections = connections;
    }

    @Override
    public String name() {
        return "service_connections";
    }

    @Override
    public Map<String, Object> figures() {
        var pool = connections.getTotalStats();
        return Map.of("active", pool.getLeased(), "idle", pool.getAvailable(), "waiting", pool.getPending());
    }
}
