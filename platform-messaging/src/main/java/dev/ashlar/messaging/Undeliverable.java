package dev.ashlar.messaging;

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

/** Events of the outbox that Kafka does not take, by topic. Thread-safe. */
final class Undeliverable implements DegradableHealth, MeterBinder {

    private final Clock clock;
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
    private final Set<String> topics = ConcurrentHashMap.newKeySet();
    private volatile @Nullable MultiGauge gauge;

    Undeliverable(Clock clock) {
        this.clock = clock;
    }

    /** @param cause a class of fault, never data */
    private record Trouble(Instant since, String cause, long events) {}

    void report(String topic, String cause, long events) {
        topics.add(topic);
        troubles.compute(topic,
                (_, known) -> new Trouble(known == null ? clock.instant() : known.since, cause, events));
        measure();
    }

    void clear(String topic) {
        if (topics.add(topic) | troubles.remove(topic) != null) {
            measure();
        }
    }

    /** Forgets topics without events: another instance may have delivered them. */
    void retain(Collection<String> topics) {
        if (troubles.keySet().retainAll(topics)) {
            measure();
        }
    }

    @Override
    public Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        new TreeMap<>(troubles).forEach((topic, trouble) -> figures.put(topic, Map.of("events", trouble.events,
                "cause", trouble.cause, "since", trouble.since.toString())));
        return figures;
    }

    @Override
    public boolean degraded() {
        return !troubles.isEmpty();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge = MultiGauge.builder("ashlar.outbox.undeliverable")
                .description("Events that Kafka does not take; 10,000 stands for all that are more").register(meters);
    }

    private long events(String topic) {
        var trouble = troubles.get(topic);
        return trouble == null ? 0 : trouble.events;
    }

    private synchronized void measure() {
        var present = gauge;
        if (present != null) {
            present.register(topics.stream().map(topic -> MultiGauge.Row.of(Tags.of("topic", topic), events(topic)))
                    .toList(), true);
        }
    }
}
