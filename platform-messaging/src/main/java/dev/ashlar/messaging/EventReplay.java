package dev.ashlar.messaging;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic again from its beginning or from a time, outside the consumer group and without the inbox, to fill other tables than the
 * subscription does. Not thread-safe.
 */
public interface EventReplay extends AutoCloseable {

    /** Makes replays. Declared by the messaging block. */
    interface Factory {

        /**
         * @param subscription its handlers must be repeatable, because no inbox filters duplicates. Not a bean
         * @param from the time of the first message; null for the beginning of the topic
         */
        EventReplay of(Subscription subscription, @Nullable Instant from);
    }

    /** Messages from the start of the replay to the end of the topic, which may grow. */
    long total();

    /** Messages that were read so far. */
    long processed();

    /**
     * Reads the next messages and handles them. Skips a message that its handler refuses; it is a dead letter of the subscription.
     *
     * @param transaction runs the handlers; called at most once
     */
    void next(Consumer<Runnable> transaction);

    @Override
    void close();
}
