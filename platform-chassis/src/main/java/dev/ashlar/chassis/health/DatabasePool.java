package dev.ashlar.chassis.health;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;

/** The connections to the database that requests share. A full pool is load: the service is degraded, not unready. */
record DatabasePool(HikariDataSource database) implements HealthDetail {

    @Override
    public String name() {
        return "database_pool";
    }

    @Override
    public Map<String, Object> figures() {
        var pool = database.getHikariPoolMXBean();
        return pool == null
                ? Map.of("connections", 0)
                : Map.of("connections", pool.getTotalConnections(), "active", pool.getActiveConnections(),
                        "waiting", pool.getThreadsAwaitingConnection(), "max", database.getMaximumPoolSize());
    }

    @Override
    public boolean degraded() {
        var pool = database.getHikariPoolMXBean();
        return pool != null && pool.getActiveConnections() >= database.getMaximumPoolSize();
    }
}
