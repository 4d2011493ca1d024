package dev.ashlar.messaging;

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

/** What a producer's exception says: is it about the event, about the topic, or about the producer itself? */
final class SendFault {

    private SendFault() {}

    /** Without what Spring and the JDK wrap around the producer's own exception. */
    static Throwable unwrapped(Throwable fault) {
        return (fault instanceof KafkaException || fault instanceof ExecutionException) && fault.getCause() != null
                ? unwrapped(fault.getCause())
                : fault;
    }

    /** If metadata did not come in time, the cause of that says more: the topic is missing, or may not be written. */
    static String name(Throwable fault) {
        return Objects.requireNonNullElse(fault.getCause(), fault).getClass().getSimpleName();
    }

    /** Whether the broker takes other events of the topic, though never this one as it is. */
    static boolean isOfTheEvent(Throwable fault) {
        return fault instanceof RecordTooLargeException || fault instanceof RecordBatchTooLargeException
                || fault instanceof InvalidRecordException || fault instanceof InvalidTimestampException
                || fault instanceof SerializationException;
    }

    /** Whether the producer may be in a state that it never leaves, such as after it lost the right to send at all. */
    static boolean isOfTheProducer(Throwable fault) {
        return !isOfTheEvent(fault) && !(fault instanceof RetriableException)
                && !(fault instanceof TopicAuthorizationException)
                && !(fault instanceof TimeoutException) && !(fault instanceof InvalidTopicException);
    }
}
