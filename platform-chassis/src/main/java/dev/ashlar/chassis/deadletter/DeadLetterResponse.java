package dev.ashlar.chassis.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.messaging.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter with its message.
 *
 * @param payload the text of the message, or its Base64 form if the message is not UTF-8
 * @param payloadEncoding {@code utf-8} or {@code base64}
 */
record DeadLetterResponse(UUID id, String topic, int partition, long offset, @Nullable String key,
        @Nullable String type, String reason, Instant firstSeenAt, DeadLetter.State state,
        @Nullable String discardReason, Map<String, String> headers, @Nullable String payload,
        String payloadEncoding) {

    static DeadLetterResponse of(DeadLetter.Content content) {
        var letter = content.letter();
        var bytes = content.payload();
        var text = bytes == null ? null : text(bytes);
        var isBinary = bytes != null && text == null;
        return new DeadLetterResponse(letter.id(), letter.topic(), letter.partition(), letter.offset(), letter.key(),
                letter.type(), letter.reason(), letter.firstSeenAt(), letter.state(), content.discardReason(),
                content.headers(), isBinary ? Base64.getEncoder().encodeToString(bytes) : text,
                isBinary ? "base64" : "utf-8");
    }

    private static @Nullable String text(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }
}
