package dev.ashlar.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A message that no well-behaved service sends, and what has to become of it.
 *
 * @param name as the test report shows it
 * @param message the message, about a subject of its own
 * @param fate what becomes of it
 * @param reason what a dead letter says of itself
 */
record Fault(String name, ProducerRecord<byte[], byte[]> message, UUID subject, Fate fate, String reason) {

    enum Fate {
        HANDLED, IGNORED, DEAD_LETTER
    }

    /** All messages go to one partition, so that each is followed there by a good one. */
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

    /** A good event, of which a test spoils one thing. */
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

        /** Good data, but for what the name of a sample makes of its effect. */
        Draft named(String sample) {
            return value(data(sample));
        }

        /** Good data, and something before it that nobody knows. */
        Draft growing() {
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

        Fault isHandled() {
            return new Fault(name, message(), subject, Fate.HANDLED, "");
        }

        Fault isIgnored() {
            return new Fault(name, message(), subject, Fate.IGNORED, "");
        }

        Fault isADeadLetter(String reason) {
            return new Fault(name, message(), subject, Fate.DEAD_LETTER, reason);
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
