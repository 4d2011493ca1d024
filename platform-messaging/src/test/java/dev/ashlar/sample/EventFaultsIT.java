package dev.ashlar.sample;

import static dev.ashlar.sample.MessageCase.a;
import static dev.ashlar.testing.BackingService.KAFKA;
import static dev.ashlar.testing.BackingService.POSTGRES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.testing.Events;
import dev.ashlar.testing.Logs;
import dev.ashlar.testing.WithInfrastructure;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/** Each message has one fault. Whatever it is, the good event behind the message is handled. */
@SpringBootTest
@WithInfrastructure(service = "order_service", parts = {POSTGRES, KAFKA}, topics = "inputs")
class EventFaultsIT {

    private static final byte[] NOT_UTF_8 = {(byte) 0xC3, (byte) 0x28, (byte) 0xFF};
    private static final String MALFORMED = " is missing or malformed";
    private static final String NOT_VALID = "The data is not a valid SampleTaken";

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @RegisterExtension
    final Logs logs = new Logs();

    @Autowired
    private Effects effects;

    @Autowired
    private ProducerFactory<byte[], byte[]> producers;

    static Stream<MessageCase> faults() {
        return Stream.of(keys(), values(), envelopes(), headers(), effects()).flatMap(List::stream);
    }

    private static List<MessageCase> keys() {
        return List.of(a("null key").key(null).isHandled(), a("empty key").key(new byte[0]).isHandled(),
                a("huge key").key(new byte[900_000]).isHandled(), a("key that is not text").key(NOT_UTF_8).isHandled(),
                a("huge key of poison").key(new byte[900_000]).value("{").isADeadLetter(NOT_VALID));
    }

    private static List<MessageCase> values() {
        return List.of(a("null value").value((byte[]) null).isADeadLetter("There is no data"),
                a("tombstone").on("inputs").value((byte[]) null).isIgnored(),
                a("tombstone without headers").on("inputs").value((byte[]) null).without("ce_id").isIgnored(),
                a("empty value").value("").isADeadLetter(NOT_VALID),
                a("value that is not text").value(NOT_UTF_8).isADeadLetter(NOT_VALID),
                a("JSON null").value("null").isADeadLetter("The data is null"),
                a("array").value("[]").isADeadLetter(NOT_VALID), a("string").value("\"a\"").isADeadLetter(NOT_VALID),
                a("not a number").value("{\"name\":NaN}").isADeadLetter(NOT_VALID),
                a("truncated").value("{\"name\":\"a\"").isADeadLetter(NOT_VALID),
                a("trailing data").value("{} {}").isADeadLetter(NOT_VALID),
                a("duplicate fields").value("{\"name\":\"a\",\"name\":\"b\"}").isADeadLetter(NOT_VALID),
                a("depth of 10,000").value("{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")
                        .isADeadLetter(NOT_VALID),
                a("wrong shape").value("{\"name\":{\"first\":\"a\"}}").isADeadLetter(NOT_VALID),
                a("constraint violated").value("{\"name\":\"a\"}").isADeadLetter("subject must not be null"),
                a("1 MiB of poison").value("x".repeat(1_047_000)).isADeadLetter(NOT_VALID),
                a("unknown type in the data").value("{\"type\":\"sample.lost\",\"name\":\"a\"}")
                        .isADeadLetter("another type than the header says"));
    }

    private static List<MessageCase> envelopes() {
        var required = Stream.of("ce_id", "ce_type", "ce_source").flatMap(header -> Stream.of(
                a("no " + header).without(header).isADeadLetter(header + MALFORMED),
                a("blank " + header).header(header, " ").isADeadLetter(header + MALFORMED),
                a("null " + header).header(header, (byte[]) null).isADeadLetter(header + MALFORMED),
                a(header + " that is not text").header(header, NOT_UTF_8).isADeadLetter(header + MALFORMED),
                a(header + " with a NUL").header(header, "a\0b").isADeadLetter(header + MALFORMED),
                a("long " + header).header(header, "x".repeat(256)).isADeadLetter(header + MALFORMED)));
        return Stream.concat(required, Stream.of(
                a("unknown type").header("ce_type", "sample.lost").value("{").isIgnored(),
                a("malformed time").header("ce_time", "yesterday").isADeadLetter("The header ce_time is malformed"),
                a("time that is not text").header("ce_time", NOT_UTF_8)
                        .isADeadLetter("The header ce_time is malformed"),
                a("time in the future").header("ce_time", "2999-01-01T00:00:00Z").isHandled())).toList();
    }

    private static List<MessageCase> headers() {
        return List.of(a("duplicate header, where the last counts").header("ce_type", "x")
                .another("ce_type", "sample.taken").isHandled(),
                a("null header").header("x-null", (byte[]) null).isHandled(),
                a("null header of poison").header("x-null", (byte[]) null).value("{").isADeadLetter(NOT_VALID),
                a("header that is not text").header("x-binary", NOT_UTF_8).isHandled(),
                a("malformed traceparent").header("traceparent", "00-zz").isHandled(),
                a("traceparent that is not text").header("traceparent", NOT_UTF_8).isHandled(),
                a("malformed request id").header("x-request-id", "a\nb").isHandled(),
                a("long request id").header("x-request-id", "x".repeat(10_000)).isHandled(),
                a("class name").header("__TypeId__", "java.lang.Runtime").isHandled(),
                a("class name of poison").header("__TypeId__", "java.lang.Runtime").value("{").isADeadLetter(NOT_VALID),
                a("header types").header("spring_json_header_types", "{\"ce_id\":\"no.such.Class\"").isHandled(),
                a("header types of poison").header("spring_json_header_types", "{\"ce_id\":[").value("{")
                        .isADeadLetter(NOT_VALID),
                a("serialized exception").header("springDeserializerExceptionValue", NOT_UTF_8).value((byte[]) null)
                        .isADeadLetter("There is no data"),
                a("serialized exceptions by their other names").header("spring_deserializer_exception_value", NOT_UTF_8)
                        .header("spring_deserializer_exception_key", NOT_UTF_8).key(null).value("{")
                        .isADeadLetter(NOT_VALID),
                a("headers of a dead letter").header("kafka_dlt-original-offset", "x")
                        .header("kafka_dlt-original-partition", NOT_UTF_8)
                        .header("kafka_dlt-exception-message", "all is well").value("{").isADeadLetter(NOT_VALID),
                a("delivery attempt").header("kafka_deliveryAttempt", "x").value("{").isADeadLetter(NOT_VALID));
    }

    private static List<MessageCase> effects() {
        return List.of(a("null pointer").named("null pointer").isADeadLetter("NullPointerException"),
                a("stack overflow").named("stack overflow").isADeadLetter("failed with StackOverflowError"),
                a("violated constraint of the database").named("violation")
                        .isADeadLetter("DataIntegrityViolationException"),
                a("text that the database refuses").named("\\u0000").isADeadLetter("DataIntegrityViolationException"),
                a("no fault").isHandled(), a("unknown field").withUnknownField().isHandled());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void blocksNoOtherEvent(MessageCase fault) {
        var place = Events.publish(fault.message());
        var next = UUID.randomUUID();
        Events.publish(MessageCase.good(fault.message().topic(), next));

        await().untilAsserted(() -> assertThat(effects.of(next)).containsExactly("sample"));
        assertThat(effects.of(fault.subject())).hasSize(fault.outcome() == MessageCase.Outcome.HANDLED ? 1 : 0);
        var deadLetters = deadLetters(place);
        assertThat(deadLetters).hasSize(fault.outcome() == MessageCase.Outcome.DEAD_LETTER ? 1 : 0);
        assertThat(deadLetters).allSatisfy(deadLetter -> {
            assertThat(deadLetter.key()).isEqualTo(fault.message().key());
            assertThat(deadLetter.value()).isEqualTo(fault.message().value());
            assertThat(deadLetter.headers().toArray()).contains(fault.message().headers().toArray().clone());
            assertThat(text(deadLetter, "kafka_dlt-exception-message")).contains(fault.reason());
        });
    }

    @Test
    void isLoggedWithItsRequestAndTraceAndWithoutItsData() {
        var order = UUID.randomUUID().toString();
        Events.publish(a("traced").key(order.getBytes(UTF_8)).header("ce_id", "event of ada@example.org")
                .header("x-request-id", "checkout-7").header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .named("violation").isADeadLetter("").message());

        await().untilAsserted(() -> assertThat(logs.with("key", order)).singleElement().satisfies(line -> {
            assertThat(line.text()).isEqualTo("Dead letter");
            assertThat(line.requestId()).isEqualTo("checkout-7");
            assertThat(line.traceId()).isEqualTo(TRACE);
            assertThat(line.values()).containsEntry("event_id", "malformed").containsKey("cause");
            assertThat(line.stackTrace()).contains("PSQLException").doesNotContain("ERROR:", "Detail");
        }));
    }

    @Test
    void isRetriedWhileTheDatabaseIsDown() {
        var fault = a("good").header("x-request-id", "checkout-8").isHandled();
        var next = UUID.randomUUID();
        var key = new String(fault.message().key(), UTF_8);
        effects.failNext(3);
        var place = Events.publish(fault.message());
        await().untilAsserted(() -> assertThat(logs.with("key", key)).isNotEmpty());
        Events.publish(MessageCase.good(fault.message().topic(), next));

        await().untilAsserted(() -> assertThat(effects.of(next)).containsExactly("sample"));
        assertThat(effects.of(fault.subject())).containsExactly("sample");
        assertThat(deadLetters(place)).isEmpty();
        assertThat(logs.with("key", key)).hasSize(3)
                .allSatisfy(line -> assertThat(line.requestId()).isEqualTo("checkout-8"));
    }

    /** The broker takes 16 MiB if they are compressed. Uncompressed, no topic takes them. */
    @Test
    void losesItsValueIfItIsTooLargeForADeadLetter() throws Exception {
        var fault = a("bomb").value("x".repeat(16 * 1024 * 1024)).isADeadLetter(NOT_VALID);
        var place = publishCompressed(fault);
        var next = UUID.randomUUID();
        Events.publish(MessageCase.good(fault.message().topic(), next));

        await().untilAsserted(() -> assertThat(effects.of(next)).containsExactly("sample"));
        assertThat(deadLetters(place)).singleElement().satisfies(deadLetter -> {
            assertThat(deadLetter.key()).isEqualTo(fault.message().key());
            assertThat(deadLetter.value()).isNull();
            assertThat(text(deadLetter, "kafka_dlt-omitted")).contains("too large");
            assertThat(text(deadLetter, "kafka_dlt-exception-message")).contains(fault.reason());
        });
    }

    private RecordMetadata publishCompressed(MessageCase fault) throws Exception {
        var kafka = new KafkaTemplate<>(producers, Map.of("compression.type", "gzip", "max.request.size", 32 << 20));
        try {
            return kafka.send(fault.message()).get().getRecordMetadata();
        } finally {
            kafka.destroy();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters(RecordMetadata place) {
        return Events.on(place.topic() + ".sample-service.dlt").messages().stream()
                .filter(deadLetter -> text(deadLetter, "kafka_dlt-original-topic").equals(place.topic())
                        && ByteBuffer.wrap(last(deadLetter, "kafka_dlt-original-partition")).getInt() == place
                                .partition()
                        && ByteBuffer.wrap(last(deadLetter, "kafka_dlt-original-offset")).getLong() == place.offset())
                .toList();
    }

    private static String text(ConsumerRecord<?, ?> deadLetter, String header) {
        return new String(last(deadLetter, header), UTF_8);
    }

    private static byte[] last(ConsumerRecord<?, ?> deadLetter, String header) {
        return deadLetter.headers().lastHeader(header).value();
    }
}
