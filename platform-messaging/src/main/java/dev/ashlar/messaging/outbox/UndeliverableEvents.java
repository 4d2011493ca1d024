package dev.ashlar.messaging.outbox;

import dev.ashlar.messaging.observability.DegradableHealth;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Health and metric of the events that the relay could not send, by topic. Thread-safe. */
final class UndeliverableEvents implements DegradableHealth, MeterBinder {

    private final Clock clock;
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();
    private final Set<String> topics = ConcurrentHashMap.newKeySet();
    private volatile @Nullable MultiGauge gauge;

    UndeliverableEvents(Clock clock) {
        this.clock = clock;
    }

    /** @param cause class of the exception, never data */
    private record Failure(Instant since, String cause, long events) {}

    void report(String topic, String cause, long events) {
        topics.add(topic);
        failures.compute(topic,
                (_, known) -> new Failure(known == null ? clock.instant() : known.since, cause, events));
        measure();
    }

    void clear(String topic) {
        if (topics.add(topic) | failures.remove(topic) != null) {
            measure();
        }
    }

    /** Clears all other topics: another instance has sent their events. */
    void retain(Collection<String> topics) {
        if (failures.keySet().retainAll(topics)) {
            measure();
        }
    }

    @Override
    public Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        new TreeMap<>(failures).forEach((topic, failure) -> figures.put(topic, Map.of("events", failure.events,
                "cause", failure.cause, "since", failure.since.toString())));
        return figures;
    }

    @Override
    public boolean degraded() {
        return !failures.isEmpty();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge = MultiGauge.builder("ashlar.outbox.undeliverable")
                .description("Events that Kafka does not take; 10,000 stands for all that are more").register(meters);
    }

    private long events(String topic) {
        var failure = failures.get(topic);
        return failure == null ? 0 : failure.events;
    }

    private synchronized void measure() {
        var present = gauge;
        if (present != null) {
            present.register(topics.stream().map(topic -> MultiGauge.Row.of(Tags.of("topic", topic), events(topic)))
                    .toList(), true);
        }
    }
}
