package dev.ashlar.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ashlar.testing.Logs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.SendResult;

class OutboxSenderTest {

    @RegisterExtension
    final Logs logs = new Logs();

    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final Ticking clock = new Ticking();
    @SuppressWarnings("unchecked")
    private final ProducerFactory<byte[], byte[]> producers = mock(ProducerFactory.class);

    @Test
    void sendsAnAggregatesNextEventOnlyAfterTheOneBeforeIsAcknowledged() {
        var sender = sender(payload -> payload.equals("a1") ? failed() : acknowledged());

        assertThat(sender.send(List.of(row(1, "a", "a1"), row(2, "a", "a2"), row(3, "b", "b1"), row(4, "b", "b2"))))
                .isEqualTo(new OutboxSender.Result(Set.of(3L, 4L), Map.of(), Optional.of("TimeoutException")));
        assertThat(sent).containsExactly("a1", "b1", "b2");
    }

    @Test
    void sendsEventsOfOtherAggregatesAfterARejectedEvent() {
        var sender = sender(payload -> {
            if (payload.equals("a1")) {
                throw new KafkaException("rejected", new RecordTooLargeException());
            }
            return acknowledged();
        });

        assertThat(sender.send(List.of(row(1, "a", "a1"), row(2, "b", "b1"))))
                .isEqualTo(
                        new OutboxSender.Result(Set.of(2L), Map.of("a", "RecordTooLargeException"), Optional.empty()));
    }

    @Test
    void logsTheEventThatWasNotAcknowledgedAndTheCause() {
        var headers = Map.of("ce_id", "event-1", "x-request-id", "checkout-7", "traceparent",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        sender(_ -> failed()).send(List.of(new OutboxTable.Row(1, "topic", "order-1", headers, "a1")));

        assertThat(logs.with("key", "order-1")).singleElement().satisfies(line -> {
            assertThat(line.requestId()).isEqualTo("checkout-7");
            assertThat(line.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
            assertThat(line.values()).containsEntry("event_id", "event-1").containsEntry("cause", "TimeoutException");
        });
    }

    @Test
    void stopsAtTheFirstEventWhileNoBrokerResponds() {
        var sender = sender(_ -> {
            throw new KafkaException("no metadata", new TimeoutException(new UnknownTopicOrPartitionException()));
        });

        assertThat(sender.send(List.of(row(1, "a", "a1"), row(2, "b", "b1"))))
                .isEqualTo(new OutboxSender.Result(Set.of(), Map.of(),
                        Optional.of("UnknownTopicOrPartitionException")));
        assertThat(sent).containsExactly("a1");
    }

    @Test
    void replacesTheProducerAfterAPermanentFault() {
        sender(_ -> CompletableFuture.failedFuture(new ClusterAuthorizationException("not allowed")))
                .send(List.of(row(1, "a", "a1")));
        verify(producers).reset();
    }

    /** Closing the shared producer fails the sends of other workers. If these replaced the producer too, it would never end. */
    @Test
    void keepsAProducerThatAnotherWorkerHasReplaced() {
        var both = new CyclicBarrier(2);
        var sender = sender(_ -> {
            both.await(10, TimeUnit.SECONDS);
            return CompletableFuture.failedFuture(new ClusterAuthorizationException("not allowed"));
        });

        var other = CompletableFuture.runAsync(() -> sender.send(List.of(row(1, "a", "a1"))));
        sender.send(List.of(row(2, "b", "b1")));
        other.join();
        verify(producers).reset();
    }

    @Test
    void keepsTheProducerAfterAFaultOfTheTopic() {
        sender(_ -> failed()).send(List.of(row(1, "a", "a1")));
        sender(_ -> CompletableFuture.failedFuture(new TopicAuthorizationException("not allowed")))
                .send(List.of(row(1, "a", "a1")));
        verify(producers, never()).reset();
    }

    @Test
    void leavesEventsForTheNextBatchWithoutAFailureWhenTheTimeIsUp() {
        clock.advance = TimeUnit.SECONDS.toNanos(1);

        assertThat(sender(_ -> acknowledged())
                .send(List.of(row(1, "a", "a1"), row(2, "a", "a2"), row(3, "b", "b1"))))
                .isEqualTo(new OutboxSender.Result(Set.of(1L, 3L), Map.of(), Optional.empty()));
    }

    /** Advances each time it is read. */
    private static final class Ticking implements LongSupplier {

        private long advance;
        private long now;

        @Override
        public long getAsLong() {
            return now += advance;
        }
    }

    private interface Broker {

        CompletableFuture<SendResult<byte[], byte[]>> send(String payload) throws Exception;
    }

    private OutboxSender sender(Broker broker) {
        @SuppressWarnings("unchecked")
        KafkaTemplate<byte[], byte[]> kafka = mock(KafkaTemplate.class);
        when(kafka.getProducerFactory()).thenReturn(producers);
        when(kafka.send(any(ProducerRecord.class))).thenAnswer(call -> {
            ProducerRecord<byte[], byte[]> message = call.getArgument(0);
            var payload = new String(message.value(), UTF_8);
            sent.add(payload);
            return broker.send(payload);
        });
        return new OutboxSender(kafka, clock);
    }

    private static CompletableFuture<SendResult<byte[], byte[]>> acknowledged() {
        return CompletableFuture.completedFuture(null);
    }

    private static CompletableFuture<SendResult<byte[], byte[]>> failed() {
        return CompletableFuture.failedFuture(new TimeoutException());
    }

    private static OutboxTable.Row row(long id, String key, String payload) {
        return new OutboxTable.Row(id, "topic", key, Map.of(), payload);
    }
}
