package dev.ashlar.order.order.web;

import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.ETags;
import dev.ashlar.order.idempotency.Answer;
import dev.ashlar.order.idempotency.Fingerprint;
import dev.ashlar.order.idempotency.IdempotentRequests;
import dev.ashlar.order.idempotency.web.Answers;
import dev.ashlar.order.idempotency.web.IdempotencyKey;
import dev.ashlar.order.order.OrderPlacement;
import dev.ashlar.order.order.OrderRefused;
import dev.ashlar.order.order.WantedLine;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class PlaceOrderController {

    private static final String PATH = "/api/v1/orders";

    private final IdempotentRequests requests;
    private final OrderPlacement placement;
    private final JsonMapper json;

    PlaceOrderController(IdempotentRequests requests, OrderPlacement placement, JsonMapper json) {
        this.requests = requests;
        this.placement = placement;
        this.json = json;
    }

    @PostMapping(PATH)
    ResponseEntity<String> place(@RequestHeader HttpHeaders headers, @Valid @RequestBody NewOrder order,
            @AuthenticationPrincipal CurrentUser user) {
        var key = IdempotencyKey.of(headers);
        var lines = order.lines();
        try {
            return Answers.of(requests.execute(user.id(), key, fingerprint(order), () -> place(user.id(), lines)));
        } catch (OrderRefused refusal) {
            throw OrderProblems.of(refusal);
        }
    }

    /** Of what was understood, not of the bytes: white space and the sequence of fields make no other request. */
    private Fingerprint fingerprint(NewOrder order) {
        return Fingerprint.of("POST " + PATH + " " + json.writeValueAsString(order));
    }

    private Answer place(UUID user, List<WantedLine> lines) {
        var order = placement.place(user, lines);
        return new Answer(HttpStatus.CREATED.value(), PATH + "/" + order.getId(), ETags.of(order.version()),
                json.writeValueAsString(OrderView.of(order)));
    }
}
