package dev.ashlar.order.order.web;

import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.CanonicalUuid;
import dev.ashlar.chassis.web.Cursor;
import dev.ashlar.chassis.web.ETags;
import dev.ashlar.chassis.web.Page;
import dev.ashlar.chassis.web.Problem;
import dev.ashlar.order.order.Order;
import dev.ashlar.order.order.OrderLifecycle;
import dev.ashlar.order.order.Orders;
import dev.ashlar.order.order.TransitionRefused;
import dev.ashlar.order.order.UnknownOrder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/orders")
class OrderController {

    private static final String LIST = "orders";

    /** Above every UUIDv7: what is before it is everything. */
    private static final UUID END_OF_TIME = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final Orders orders;
    private final OrderLifecycle lifecycle;

    OrderController(Orders orders, OrderLifecycle lifecycle) {
        this.orders = orders;
        this.lifecycle = lifecycle;
    }

    @GetMapping
    Page<OrderView> list(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam @Nullable String cursor, @AuthenticationPrincipal CurrentUser user) {
        var before = Objects.requireNonNullElse(
                Cursor.<UUID>read(LIST, cursor, 1, key -> CanonicalUuid.parse(key.getFirst())), END_OF_TIME);
        return Page.of(orders.findOlder(user.id(), before, Limit.of(limit + 1)), limit, OrderView::of,
                order -> Cursor.of(LIST, order.getId()));
    }

    @GetMapping("/{id}")
    ResponseEntity<OrderView> get(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
        var order = user.isAdmin() ? orders.findById(id) : orders.findByIdAndUserId(id, user.id());
        return answer(order.orElseThrow(() -> Problem.notFound("order")));
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<OrderView> cancel(@PathVariable UUID id, @RequestBody(required = false) @Nullable NoContent body,
            @AuthenticationPrincipal CurrentUser user) {
        try {
            return answer(lifecycle.cancel(id, user.id()));
        } catch (UnknownOrder _) {
            throw Problem.notFound("order");
        } catch (TransitionRefused refusal) {
            throw Problem.of(HttpStatus.CONFLICT, String.valueOf(refusal.getMessage()));
        }
    }

    private static ResponseEntity<OrderView> answer(Order order) {
        return ResponseEntity.ok().eTag(ETags.of(order.version())).body(OrderView.of(order));
    }
}
