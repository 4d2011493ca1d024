package dev.ashlar.chassis.messaging;

import dev.ashlar.chassis.health.HealthDetail;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** The figures that tell whether events flow. */
final class MessagingHealth {

    private MessagingHealth() {}

    record Lag(Listeners listeners) implements HealthDetail {

        @Override
        public String name() {
            return "consumer_lag";
        }

        @Override
        public Map<String, Object> figures() {
            return listeners.containers().stream()
                    .collect(Collectors.toMap(c -> String.valueOf(c.getBeanName()).replace("-listener", ""), Lag::of));
        }

        private static Object of(ConcurrentMessageListenerContainer<?, ?> container) {
            if (!container.isRunning()) {
                return "not listening";
            }
            return container.metrics().values().stream().flatMap(all -> all.entrySet().stream())
                    .filter(metric -> metric.getKey().name().equals("records-lag-max"))
                    .map(metric -> metric.getValue().metricValue()).filter(Double.class::isInstance)
                    .map(Double.class::cast).filter(lag -> !lag.isNaN()).mapToLong(Double::longValue).max().orElse(0);
        }
    }
}
