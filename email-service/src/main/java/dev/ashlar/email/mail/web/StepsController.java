package dev.ashlar.email.mail.web;

import dev.ashlar.chassis.steps.Step;
import dev.ashlar.email.mail.EmailLog;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One step for each mail about an order that was sent. */
@RestController
class StepsController {

    static final String PATH = "/api/v1/email/steps";

    private final EmailLog log;

    StepsController(EmailLog log) {
        this.log = log;
    }

    @GetMapping(PATH)
    Step.Response list(@RequestParam(name = "order_id") UUID orderId) {
        return Step.sorted(log.sent(orderId).stream().map(mail -> new Step("mailed", mail.at(), mail.eventId(),
                mail.origin().requestId(), mail.origin().traceId())));
    }
}
