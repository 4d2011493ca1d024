package dev.ashlar.email.mail.web;

import dev.ashlar.chassis.web.CanonicalUuid;
import dev.ashlar.chassis.web.Cursor;
import dev.ashlar.chassis.web.Page;
import dev.ashlar.email.mail.EmailLog;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /emails}, newest first. */
@RestController
class EmailsController {

    private static final String LIST = "emails";

    private final EmailLog log;

    EmailsController(EmailLog log) {
        this.log = log;
    }

    @GetMapping("/api/v1/emails")
    Page<EmailResponse> list(@RequestParam(name = "order_id", required = false) @Nullable UUID orderId,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var before = Cursor.read(LIST, cursor, 1, key -> CanonicalUuid.parse(key.getFirst()));
        return Page.of(log.newest(orderId, before, limit + 1), limit, EmailResponse::of,
                entry -> Cursor.of(LIST, entry.id()));
    }
}
