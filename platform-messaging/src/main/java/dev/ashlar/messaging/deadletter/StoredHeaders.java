package dev.ashlar.messaging.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the headers of a message as JSON. Kafka allows a name more than once, null values, and values that are not text. */
final class StoredHeaders {

    private static final TypeReference<List<Header>> HEADERS = new TypeReference<>() {};

    private final JsonMapper json;

    StoredHeaders(JsonMapper json) {
        this.json = json;
    }

    private record Header(String name, byte @Nullable [] value) {}

    byte[] write(Headers headers) {
        return json.writeValueAsBytes(StreamSupport.stream(headers.spliterator(), false)
                .map(header -> new Header(header.key(), header.value())).toList());
    }

    Headers read(byte[] stored) {
        var headers = new RecordHeaders();
        json.readValue(stored, HEADERS).forEach(header -> headers.add(header.name, header.value));
        return headers;
    }

    /** The last value of each name that has one. */
    Map<String, String> texts(byte[] stored) {
        var texts = new LinkedHashMap<String, String>();
        for (var header : json.readValue(stored, HEADERS)) {
            if (header.value == null) {
                texts.remove(header.name);
            } else {
                texts.put(header.name, new String(header.value, UTF_8));
            }
        }
        return texts;
    }
}
