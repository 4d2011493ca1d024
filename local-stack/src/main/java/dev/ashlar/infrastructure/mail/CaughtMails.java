package dev.ashlar.infrastructure.mail;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/** The latest mails, newest last. Under load there are more mails than a small JVM could keep. */
final class CaughtMails {

    private static final int CAPACITY = 2_000;

    private final Deque<Mail> mails = new ArrayDeque<>();
    private long count;

    /**
     * One mail to one recipient, with the fields of GreenMail's API. GreenMail's documentation says {@code messageId}
     * and its server returns {@code Message-ID}, so both are here.
     */
    record Mail(@JsonIgnore String recipient, @JsonIgnore Instant receivedAt, String uid, @Nullable String messageId,
            @JsonProperty("Message-ID") @Nullable String messageIdHeader, @Nullable String subject, String contentType,
            String mimeMessage) {}

    synchronized void add(String recipient, MimeMessage message) {
        try {
            mails.addLast(new Mail(recipient, Instant.now(), Long.toString(++count), message.getMessageID(),
                    message.getMessageID(), message.getSubject(), message.getContentType(),
                    GreenMailUtil.toString(message)));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("Not a mail", e);
        }
        if (mails.size() > CAPACITY) {
            mails.removeFirst();
        }
    }

    synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    /** The number of all mails, including deleted ones. */
    synchronized long count() {
        return count;
    }
}
