package dev.ashlar.chassis.messaging;

import java.time.Duration;
import dev.ashlar.chassis.health.HealthCheck;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Asks the brokers who they are, over one connection that is opened when first asked. */
final class KafkaProbe implements HealthCheck.Probe, AutoCloseable {

    private final Map<String, Object> configuration;
    private @Nullable Admin admin;

    KafkaProbe(Map<String, Object> configuration) {
        this.configuration = configuration;
    }

    @Override
    public void run() throws Exception {
        admin().describeCluster().nodes().get(800, TimeUnit.MILLISECONDS);
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
            admin.close(Duration.ofSeconds(1)); // an unanswered call is not worth waiting for
        }
    }
}
