package dev.ashlar.messaging;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** How far this instance is behind, by topic, as its own consumers know. */
record ListenerLag(Listeners listeners) implements DegradableHealth {

    @Override
    public Map<String, Object> figures() {
        return listeners.containers().stream().collect(
                Collectors.toMap(c -> String.valueOf(c.getBeanName()).replace("-listener", ""), ListenerLag::of));
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
