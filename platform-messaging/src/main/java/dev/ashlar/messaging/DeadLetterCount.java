package dev.ashlar.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.kafka.support.ProducerListener;

/** Counts the dead letters that the broker has taken. */
final class DeadLetterCount implements ProducerListener<Object, Object> {

    private final ObjectProvider<MeterRegistry> meters;
    private final String group;

    DeadLetterCount(ObjectProvider<MeterRegistry> meters, String group) {
        this.meters = meters;
        this.group = group;
    }

    @Override
    public void onSuccess(ProducerRecord<Object, Object> message, @Nullable RecordMetadata metadata) {
        var ending = DeadLetters.topic("", group);
        if (message.topic().endsWith(ending)) {
            var source = message.topic().substring(0, message.topic().length() - ending.length());
            meters.ifAvailable(registry -> counter(registry, source, group).increment());
        }
    }

    static Counter counter(MeterRegistry meters, String topic, String group) {
        return Counter.builder("ashlar.dead.letters").tag("topic", topic).tag("group", group)
                .description("Events of a topic that the group could not handle").register(meters);
    }
}
