package dev.ashlar.messaging;

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
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Events whose effect failed and that are retried, at most one for each partition; and whether one of them is given up. A fault of
 * the store that the store does not show otherwise is a fault of the event after a while (ADR 35). Thread-safe.
 */
final class HeldEvents implements DegradableHealth, MeterBinder {

    /** Fewer attempts may be bad luck, however long they took. */
    private static final int FEWEST_ATTEMPTS = 3;

    /** An event of which nobody heard for so long is held by another instance, or handled. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

    /** What passes sooner, such as a deadlock, degrades nothing. */
    private static final Duration SHOWN_AFTER = Duration.ofSeconds(5);

    /** If all events of a type fail, this may be an outage: then each is given so many times as long. */
    private static final int LONGER_IN_DOUBT = 6;

    private final Duration giveUpAfter;
    private final BooleanSupplier storeWorks;
    private final FaultClassifier faults;
    private final Clock clock;
    private final Map<TopicPartition, Held> held = new ConcurrentHashMap<>();
    private final Map<String, Instant> lastSuccess = new ConcurrentHashMap<>();

    /**
     * @param giveUpAfter how long the store must have worked, with the event failing, until the event is given up
     * @param storeWorks asks the store whether it can do what any event needs
     */
    HeldEvents(Duration giveUpAfter, BooleanSupplier storeWorks, FaultClassifier faults, Clock clock) {
        this.giveUpAfter = giveUpAfter;
        this.storeWorks = storeWorks;
        this.faults = faults;
        this.clock = clock;
    }

    /**
     * @param suspectSince since when the event fails while the store works; null while the store does not
     * @param suspectAttempts how often it failed since then
     */
    private record Held(long offset, String type, Instant since, int attempts, String cause, Instant lastAttempt,
            @Nullable Instant suspectSince, int suspectAttempts) {

        Held again(String why, Instant now, boolean suspect) {
            return new Held(offset, type, since, attempts + 1, why, now,
                    suspect ? Objects.requireNonNullElse(suspectSince, now) : null, suspect ? suspectAttempts + 1 : 0);
        }

        Held because(String why, Instant now) {
            return new Held(offset, type, since, attempts, why, now, suspectSince, suspectAttempts);
        }
    }

    /** An attempt failed. */
    void failed(ConsumerRecord<?, ?> message, Exception e) {
        var suspect = faults.isAmbiguous(e) && storeWorks.getAsBoolean();
        update(message, event -> event.again(DeadLetterWriter.reason(e), clock.instant(), suspect));
    }

    /** The broker did not take the dead letter: the event is retried, and is given up again if it was before. */
    void letterRefused(ConsumerRecord<?, ?> message, Exception e) {
        update(message, event -> event.because(DeadLetterWriter.reason(e), clock.instant()));
    }

    private void update(ConsumerRecord<?, ?> message, UnaryOperator<Held> change) {
        var now = clock.instant();
        held.compute(partition(message), (_, known) -> change.apply(known != null && known.offset == message.offset()
                ? known
                : new Held(message.offset(), type(message), now, 0, "", now, null, 0)));
    }

    /** Whether the event, of which an attempt has just failed, is to become a dead letter. */
    boolean isGivenUp(ConsumerRecord<?, ?> message) {
        var event = held.get(partition(message));
        if (event == null || event.suspectSince == null || event.suspectAttempts < FEWEST_ATTEMPTS) {
            return false;
        }
        var suspected = Duration.between(event.suspectSince, clock.instant());
        return suspected.compareTo(giveUpAfter) >= 0 && (isAlone(event)
                || suspected.compareTo(giveUpAfter.multipliedBy(LONGER_IN_DOUBT)) >= 0);
    }

    /** Whether others of its type succeed, or there are no others that fail. */
    private boolean isAlone(Held event) {
        return lastSuccess.getOrDefault(event.type, Instant.MIN).isAfter(event.suspectSince)
                || present().filter(other -> other.type.equals(event.type)).count() <= 1;
    }

    /** The event had its effect, or is a dead letter. */
    void released(ConsumerRecord<?, ?> message) {
        held.remove(partition(message));
    }

    /** The event had its effect. */
    void succeeded(ConsumerRecord<?, ?> message) {
        released(message);
        lastSuccess.put(type(message), clock.instant());
    }

    private Stream<Held> present() {
        var oldest = clock.instant().minus(FORGOTTEN_AFTER);
        held.values().removeIf(event -> event.lastAttempt.isBefore(oldest));
        return held.values().stream();
    }

    @Override
    public Map<String, Object> figures() {
        present();
        var figures = new LinkedHashMap<String, Object>();
        held.forEach((partition, event) -> figures.put(partition.toString(), Map.of("offset", event.offset, "type",
                event.type, "since", event.since.toString(), "attempts", event.attempts, "cause", event.cause)));
        return figures;
    }

    @Override
    public boolean degraded() {
        var recently = clock.instant().minus(SHOWN_AFTER);
        return present().anyMatch(event -> event.since.isBefore(recently));
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("ashlar.events.held", this, events -> events.present().count())
                .description("Events that are retried; each keeps its partition waiting").register(meters);
    }

    private static TopicPartition partition(ConsumerRecord<?, ?> message) {
        return new TopicPartition(message.topic(), message.partition());
    }

    private static String type(ConsumerRecord<?, ?> message) {
        return Objects.requireNonNullElse(Headers.read(message, Headers.TYPE), "unknown");
    }
}
