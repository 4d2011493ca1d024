package dev.ashlar.order.order.web;

import dev.ashlar.chassis.idempotency.Answer;
import dev.ashlar.chassis.idempotency.web.IdempotentPosts;
import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.ETags;
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

    private final IdempotentPosts posts;
    private final OrderPlacement placement;
    private final JsonMapper json;

    PlaceOrderController(IdempotentPosts posts, OrderPlacement placement, JsonMapper json) {
        this.posts = posts;
        this.placement = placement;
        this.json = json;
    }

    @PostMapping(PATH)
    ResponseEntity<String> place(@RequestHeader HttpHeaders headers, @Valid @RequestBody NewOrder order,
            @AuthenticationPrincipal CurrentUser user) {
        var lines = order.lines();
        try {
            return posts.answer(headers, user.id(), PATH, order, () -> place(user.id(), lines));
        } catch (OrderRefused refusal) {
            throw OrderProblems.of(refusal);
        }
    }

    private Answer place(UUID user, List<WantedLine> lines) {
        var order = placement.place(user, lines);
        return new Answer(HttpStatus.CREATED.value(), PATH + "/" + order.getId(), ETags.of(order.version()),
                json.writeValueAsString(OrderView.of(order)));
    }
}
