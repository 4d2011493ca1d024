package dev.ashlar.infrastructure.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one recipient, with the fields of GreenMail's API. Its document says {@code messageId} where its server
 * answers {@code Message-ID}; here are both.
 */
record CaughtMail(@JsonIgnore String recipient, @JsonIgnore Instant receivedAt, String uid, @Nullable String messageId,
        @Nullable String subject, String contentType, String mimeMessage) {

    static CaughtMail of(String recipient, long uid, MimeMessage message) {
        try {
            return new CaughtMail(recipient, Instant.now(), Long.toString(uid), message.getMessageID(),
                    message.getSubject(), message.getContentType(), GreenMailUtil.toString(message));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("Not a mail", e);
        }
    }

    @JsonProperty("Message-ID")
    @Nullable
    String messageIdHeader() {
        return messageId;
    }
}
