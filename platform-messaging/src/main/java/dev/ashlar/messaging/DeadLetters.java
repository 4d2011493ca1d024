package dev.ashlar.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of this application, for operators. All instances share them, and they stay after Kafka has deleted the source
 * (ADR 50). Thread-safe.
 */
public interface DeadLetters {

    /**
     * Conditions on a list. Null means any.
     *
     * @param reason text within the reason, in upper or lower case
     * @param key of the source message, for example an order's id
     * @param from earliest time at which the event became a dead letter
     * @param to exclusive
     */
    record Filter(@Nullable String type, @Nullable String reason, @Nullable String key,
            DeadLetter.@Nullable State state,
            @Nullable Instant from, @Nullable Instant to) {}

    /** Dead letters with ids below {@code before}, newest first; all if {@code before} is null. */
    List<DeadLetter> newest(Filter filter, @Nullable UUID before, int limit);

    Optional<DeadLetter.Content> find(UUID id);

    /**
     * Lets a worker pass the event to its handler soon, at a limited rate. The inbox filters an event that was handled already, so a
     * repeated replay has no second effect.
     *
     * @throws DeadLetterRefused if there is no such letter or it is discarded
     */
    void replay(UUID id);

    /**
     * Replays all parked letters.
     *
     * @param type only letters of this type; null for all
     * @return their number
     */
    int replayAll(@Nullable String type);

    /**
     * Discards a letter and keeps its record. Does nothing if the letter is discarded already.
     *
     * @throws DeadLetterRefused if there is no such letter or it was replayed
     */
    void discard(UUID id, String reason);
}
