package dev.ashlar.messaging.deadletter;

import dev.ashlar.messaging.EventHeaders;
import dev.ashlar.messaging.FaultClassifier;
import dev.ashlar.messaging.observability.DegradableHealth;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The events that failed and are retried, at most one for each partition. Decides when an event with ambiguous faults is given up
 * (ADR 35). Thread-safe.
 */
public final class RetriedEvents implements DegradableHealth, MeterBinder {

    /** Two failures may be coincidence, even in a long time. */
    private static final int FEWEST_ATTEMPTS = 3;

    /** After so long without an attempt, another instance has the partition. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

    /** Shorter faults, such as a deadlock, do not degrade the health. */
    private static final Duration DEGRADED_AFTER = Duration.ofSeconds(5);

    /** Multiplies the time if all events of a type fail, because that may be an outage. */
    private static final int OUTAGE_FACTOR = 6;

    private final Duration giveUpAfter;
    private final BooleanSupplier databaseWorks;
    private final FaultClassifier faults;
    private final Clock clock;
    private final Map<TopicPartition, Retried> retried = new ConcurrentHashMap<>();
    private final Map<String, Instant> lastSuccess = new ConcurrentHashMap<>();

    /**
     * @param giveUpAfter how long an event must fail while the database works
     * @param databaseWorks tests whether the database can do what each event needs
     */
    public RetriedEvents(Duration giveUpAfter, BooleanSupplier databaseWorks, FaultClassifier faults, Clock clock) {
        this.giveUpAfter = giveUpAfter;
        this.databaseWorks = databaseWorks;
        this.faults = faults;
        this.clock = clock;
    }

    /**
     * @param suspectSince when the event first failed while the database worked; null if the database failed last time
     * @param suspectAttempts failures since then
     */
    private record Retried(long offset, String type, Instant since, int attempts, String cause, Instant lastAttempt,
            @Nullable Instant suspectSince, int suspectAttempts) {

        Retried failed(String reason, Instant now, boolean suspect) {
            return new Retried(offset, type, since, attempts + 1, reason, now,
                    suspect ? Objects.requireNonNullElse(suspectSince, now) : null, suspect ? suspectAttempts + 1 : 0);
        }

        Retried because(String reason, Instant now) {
            return new Retried(offset, type, since, attempts, reason, now, suspectSince, suspectAttempts);
        }
    }

    void failed(ConsumerRecord<?, ?> message, Exception e) {
        var suspect = faults.isAmbiguous(e) && databaseWorks.getAsBoolean();
        update(message, event -> event.failed(DeadLetterWriter.reason(e), clock.instant(), suspect));
    }

    /** The broker rejected the dead letter. The event is retried; if it was given up before, it still is. */
    void deadLetterFailed(ConsumerRecord<?, ?> message, Exception e) {
        update(message, event -> event.because(DeadLetterWriter.reason(e), clock.instant()));
    }

    private void update(ConsumerRecord<?, ?> message, UnaryOperator<Retried> change) {
        var now = clock.instant();
        retried.compute(partition(message), (_, known) -> change.apply(known != null && known.offset == message.offset()
                ? known
                : new Retried(message.offset(), type(message), now, 0, "", now, null, 0)));
    }

    /** True if the event, which has just failed, must become a dead letter. */
    boolean isGivenUp(ConsumerRecord<?, ?> message) {
        var event = retried.get(partition(message));
        if (event == null || event.suspectSince == null || event.suspectAttempts < FEWEST_ATTEMPTS) {
            return false;
        }
        var suspected = Duration.between(event.suspectSince, clock.instant());
        return suspected.compareTo(giveUpAfter) >= 0
                && (failsAlone(event) || suspected.compareTo(giveUpAfter.multipliedBy(OUTAGE_FACTOR)) >= 0);
    }

    /** True if other events of the type succeed, or no other event of the type fails. */
    private boolean failsAlone(Retried event) {
        return lastSuccess.getOrDefault(event.type, Instant.MIN).isAfter(event.suspectSince)
                || present().filter(other -> other.type.equals(event.type)).count() <= 1;
    }

    /** The event is a dead letter now. */
    void remove(ConsumerRecord<?, ?> message) {
        retried.remove(partition(message));
    }

    public void succeeded(ConsumerRecord<?, ?> message) {
        remove(message);
        lastSuccess.put(type(message), clock.instant());
    }

    private Stream<Retried> present() {
        var oldest = clock.instant().minus(FORGOTTEN_AFTER);
        retried.values().removeIf(event -> event.lastAttempt.isBefore(oldest));
        return retried.values().stream();
    }

    @Override
    public Map<String, Object> figures() {
        present();
        var figures = new LinkedHashMap<String, Object>();
        retried.forEach((partition, event) -> figures.put(partition.toString(), Map.of("offset", event.offset, "type",
                event.type, "since", event.since.toString(), "attempts", event.attempts, "cause", event.cause)));
        return figures;
    }

    @Override
    public boolean degraded() {
        var recently = clock.instant().minus(DEGRADED_AFTER);
        return present().anyMatch(event -> event.since.isBefore(recently));
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("ashlar.events.held", this, events -> events.present().count())
                .description("Events that are retried; each blocks its partition").register(meters);
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> message) {
        return new TopicPartition(message.topic(), message.partition());
    }

    private static String type(ConsumerRecord<?, ?> message) {
        return Objects.requireNonNullElse(EventHeaders.read(message, EventHeaders.TYPE), "unknown");
    }
}
