package dev.ashlar.order.web;

import dev.ashlar.chassis.idempotency.web.IdempotentPosts;
import dev.ashlar.chassis.idempotency.web.StoredResponse;
import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.CanonicalUuid;
import dev.ashlar.chassis.web.Cursor;
import dev.ashlar.chassis.web.ETags;
import dev.ashlar.chassis.web.Page;
import dev.ashlar.order.Order;
import dev.ashlar.order.Order.OrderId;
import dev.ashlar.order.Order.UserId;
import dev.ashlar.order.OrderLifecycle;
import dev.ashlar.order.OrderRefused;
import dev.ashlar.order.Orders;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping(OrderController.PATH)
class OrderController {

    static final String PATH = "/api/v1/orders";

    private static final String LIST = "orders";

    /** Above every UUIDv7. */
    private static final UUID MAX_ID = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final Orders orders;
    private final OrderLifecycle lifecycle;
    private final IdempotentPosts posts;
    private final JsonMapper json;

    OrderController(Orders orders, OrderLifecycle lifecycle, IdempotentPosts posts, JsonMapper json) {
        this.orders = orders;
        this.lifecycle = lifecycle;
        this.posts = posts;
        this.json = json;
    }

    @PostMapping
    ResponseEntity<String> place(@RequestHeader HttpHeaders headers, @Valid @RequestBody PlaceOrderRequest request,
            @AuthenticationPrincipal CurrentUser user) {
        var items = request.quoteItems();
        return posts.execute(headers, user.id(), PATH, request, () -> {
            var order = lifecycle.place(new UserId(user.id()), items);
            return new StoredResponse(HttpStatus.CREATED.value(), PATH + "/" + order.getId(),
                    ETags.of(order.version()), json.writeValueAsString(OrderResponse.of(order)));
        });
    }

    @GetMapping
    Page<OrderResponse> list(@RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam @Nullable String cursor, @AuthenticationPrincipal CurrentUser user) {
        var before = Objects.requireNonNullElse(
                Cursor.<UUID>read(LIST, cursor, 1, key -> CanonicalUuid.parse(key.getFirst())), MAX_ID);
        return Page.of(orders.findOlder(new UserId(user.id()), before, Limit.of(limit + 1)), limit, OrderResponse::of,
                order -> Cursor.of(LIST, order.getId()));
    }

    @GetMapping("/{id}")
    ResponseEntity<OrderResponse> get(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser user) {
        var order = user.isAdmin()
                ? orders.findById(id)
                : orders.findByIdAndUserId(id, new UserId(user.id()));
        return ok(order.orElseThrow(OrderRefused.UnknownOrder::new));
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<OrderResponse> cancel(@PathVariable UUID id,
            @RequestBody(required = false) @Nullable EmptyRequest request, @AuthenticationPrincipal CurrentUser user) {
        return ok(lifecycle.cancel(new OrderId(id), new UserId(user.id())));
    }

    private static ResponseEntity<OrderResponse> ok(Order order) {
        return ResponseEntity.ok().eTag(ETags.of(order.version())).body(OrderResponse.of(order));
    }
}
