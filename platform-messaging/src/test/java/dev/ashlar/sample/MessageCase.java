package dev.ashlar.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A message, usually a malformed one, and its expected outcome.
 *
 * @param name in the test report
 * @param message has a subject of its own
 * @param reason in the header of the dead letter
 */
record MessageCase(String name, ProducerRecord<byte[], byte[]> message, UUID subject, Outcome outcome, String reason) {

    enum Outcome {
        HANDLED, IGNORED, DEAD_LETTER
    }

    /** All messages go to one partition, so a message that blocks the partition fails the test. */
    private static final int PARTITION = 0;

    static Draft a(String name) {
        return new Draft(name);
    }

    static ProducerRecord<byte[], byte[]> good(String topic, UUID subject) {
        return new Draft("good").with(subject).on(topic).message();
    }

    @Override
    public String toString() {
        return name;
    }

    /** A good event, of which a test changes one thing. */
    static final class Draft {

        private final String name;
        private String topic = "kept-inputs";
        private UUID subject = UUID.randomUUID();
        private byte @Nullable [] key;
        private byte @Nullable [] value;
        private Consumer<Headers> headers = _ -> {};

        private Draft(String name) {
            this.name = name;
            this.key = bytes(subject.toString());
            this.value = bytes(data("sample"));
        }

        private Draft with(UUID other) {
            subject = other;
            value = bytes(data("sample"));
            return this;
        }

        Draft on(String other) {
            topic = other;
            return this;
        }

        Draft key(byte @Nullable [] other) {
            key = other;
            return this;
        }

        Draft value(byte @Nullable [] other) {
            value = other;
            return this;
        }

        Draft value(String other) {
            return value(bytes(other));
        }

        /** Good data, whose name decides the effect. */
        Draft named(String sample) {
            return value(data(sample));
        }

        /** Good data after an unknown field. */
        Draft withUnknownField() {
            return value(data("sample").replace("{", "{\"more\":[{\"than\":1.5}],"));
        }

        Draft header(String header, byte @Nullable [] other) {
            headers = headers.andThen(all -> all.remove(header).add(header, other));
            return this;
        }

        Draft header(String header, String other) {
            return header(header, bytes(other));
        }

        Draft another(String header, String other) {
            headers = headers.andThen(all -> all.add(header, bytes(other)));
            return this;
        }

        Draft without(String header) {
            headers = headers.andThen(all -> all.remove(header));
            return this;
        }

        MessageCase isHandled() {
            return new MessageCase(name, message(), subject, Outcome.HANDLED, "");
        }

        MessageCase isIgnored() {
            return new MessageCase(name, message(), subject, Outcome.IGNORED, "");
        }

        MessageCase isADeadLetter(String reason) {
            return new MessageCase(name, message(), subject, Outcome.DEAD_LETTER, reason);
        }

        private String data(String sample) {
            return "{\"type\":\"sample.taken\",\"subject\":\"%s\",\"name\":\"%s\"}".formatted(subject, sample);
        }

        private ProducerRecord<byte[], byte[]> message() {
            var message = new ProducerRecord<>(topic, PARTITION, key, value);
            message.headers().add("ce_specversion", bytes("1.0")).add("ce_id", bytes(UUID.randomUUID().toString()))
                    .add("ce_type", bytes("sample.taken")).add("ce_source", bytes("/test"));
            headers.accept(message.headers());
            return message;
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
