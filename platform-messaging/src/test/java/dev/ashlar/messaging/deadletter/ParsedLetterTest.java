package dev.ashlar.messaging.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class ParsedLetterTest {

    private final Headers headers = new RecordHeaders();

    @Test
    void hasThePositionAndTheHeadersOfItsSource() {
        headers.add("ce_type", bytes("order.created"));
        addOwnHeaders();

        var letter = ParsedLetter.of(message());

        assertThat(letter.source().topic()).isEqualTo("orders");
        assertThat(letter.source().partition()).isEqualTo(3);
        assertThat(letter.source().offset()).isEqualTo(42);
        assertThat(letter.source().timestamp()).isEqualTo(1_000);
        assertThat(letter.source().headers()).extracting(Header::key).containsExactly("ce_type");
        assertThat(letter.type()).isEqualTo("order.created");
        assertThat(letter.reason()).isEqualTo("There is no data");
    }

    @Test
    void keepsHeadersOfTheSenderThatHaveTheNamesOfOurs() {
        headers.add("kafka_dlt-exception-message", bytes("all is well"));
        addOwnHeaders();

        var letter = ParsedLetter.of(message());

        assertThat(letter.reason()).isEqualTo("There is no data");
        assertThat(letter.source().headers()).singleElement()
                .satisfies(header -> assertThat(header.value()).isEqualTo(bytes("all is well")));
    }

    @Test
    void isItsOwnSourceIfItIsNoDeadLetter() {
        headers.add("kafka_dlt-original-topic", bytes("orders"));
        headers.add("kafka_dlt-original-partition", bytes("x"));

        var letter = ParsedLetter.of(message());

        assertThat(letter.source().topic()).isEqualTo("orders.email-service.dlt");
        assertThat(letter.source().offset()).isEqualTo(7);
        assertThat(letter.reason()).isEqualTo("unknown");
    }

    @Test
    void hasNoTypeIfTheTypeCanNotBeStored() {
        headers.add("ce_type", bytes("order\0created"));
        addOwnHeaders();

        assertThat(ParsedLetter.of(message()).type()).isNull();
    }

    private void addOwnHeaders() {
        headers.add("kafka_dlt-original-topic", bytes("orders"));
        headers.add("kafka_dlt-original-partition", ByteBuffer.allocate(4).putInt(3).array());
        headers.add("kafka_dlt-original-offset", ByteBuffer.allocate(8).putLong(42).array());
        headers.add("kafka_dlt-original-timestamp", ByteBuffer.allocate(8).putLong(1_000).array());
        headers.add("kafka_dlt-exception-message", bytes("There is no data"));
    }

    private ConsumerRecord<byte[], byte[]> message() {
        return SourceMessage.of("orders.email-service.dlt", 1, 7, 2_000, bytes("key"), bytes("{}"), headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
