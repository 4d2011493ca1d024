package dev.ashlar.messaging;

import dev.ashlar.messaging.observability.Cause;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Health of the brokers. The first check opens one connection, which later checks reuse. */
public final class KafkaHealth implements HealthIndicator, AutoCloseable {

    private final Map<String, Object> configuration;
    private @Nullable Admin admin;

    KafkaHealth(Map<String, Object> configuration) {
        this.configuration = configuration;
    }

    /** Returns if the brokers respond within 800 ms, else throws. */
    public void check() throws Exception {
        admin().describeCluster().nodes().get(800, TimeUnit.MILLISECONDS);
    }

    @Override
    public Health health() {
        try {
            check();
            return Health.up().build();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        } catch (Exception e) {
            return Health.down().withDetail("error", Cause.of(e)).build();
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(configuration);
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1)); // the default waits for open requests without a limit
        }
    }
}
