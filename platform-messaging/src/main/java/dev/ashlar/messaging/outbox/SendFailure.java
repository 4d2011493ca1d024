package dev.ashlar.messaging.outbox;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.springframework.kafka.KafkaException;

/** Decides whether a failed send is the fault of the event, the topic or the producer. */
final class SendFailure {

    private SendFailure() {}

    /** Removes the exceptions that Spring and the JDK wrap around the producer's own. */
    static Throwable unwrapped(Throwable fault) {
        return (fault instanceof KafkaException || fault instanceof ExecutionException) && fault.getCause() != null
                ? unwrapped(fault.getCause())
                : fault;
    }

    /** For a metadata timeout, the cause is more precise: a missing topic, or no right to write it. */
    static String name(Throwable fault) {
        return Objects.requireNonNullElse(fault.getCause(), fault).getClass().getSimpleName();
    }

    /** True if the broker rejects this event and takes others of the topic. */
    static boolean isOfTheEvent(Throwable fault) {
        return fault instanceof RecordTooLargeException || fault instanceof RecordBatchTooLargeException
                || fault instanceof InvalidRecordException || fault instanceof InvalidTimestampException
                || fault instanceof SerializationException;
    }

    /** True if the producer may fail for ever, for example after it lost the right to send at all. */
    static boolean isOfTheProducer(Throwable fault) {
        return !isOfTheEvent(fault) && !(fault instanceof RetriableException)
                && !(fault instanceof TopicAuthorizationException)
                && !(fault instanceof TimeoutException) && !(fault instanceof InvalidTopicException);
    }
}
