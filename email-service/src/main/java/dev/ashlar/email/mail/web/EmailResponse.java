package dev.ashlar.email.mail.web;

import dev.ashlar.email.mail.EmailLog;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record EmailResponse(UUID id, UUID orderId, String template, @Nullable String recipient, EmailLog.Status status,
        int attempts, @Nullable Instant sentAt) {

    static EmailResponse of(EmailLog.Entry entry) {
        return new EmailResponse(entry.id(), entry.orderId(), entry.template(), entry.recipient(), entry.status(),
                entry.attempts(), entry.sentAt());
    }
}
