package dev.ashlar.inventory.stock.web;

import dev.ashlar.chassis.idempotency.web.IdempotentPosts;
import dev.ashlar.chassis.idempotency.web.StoredResponse;
import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.Problem;
import dev.ashlar.inventory.stock.Adjustment;
import dev.ashlar.inventory.stock.Stock;
import jakarta.validation.Valid;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/products/{id}")
class StockController {

    private final Stock stock;
    private final IdempotentPosts posts;
    private final JsonMapper json;

    StockController(Stock stock, IdempotentPosts posts, JsonMapper json) {
        this.stock = stock;
        this.posts = posts;
        this.json = json;
    }

    @GetMapping("/stock")
    StockResponse level(@PathVariable UUID id) {
        return StockResponse.of(stock.level(id).orElseThrow(() -> Problem.notFound("product")));
    }

    @PostMapping("/stock-adjustments")
    ResponseEntity<String> adjust(@PathVariable UUID id, @RequestHeader HttpHeaders headers,
            @RequestBody @Valid AdjustmentRequest request, @AuthenticationPrincipal CurrentUser admin) {
        if (request.delta() == 0) {
            throw Problem.badRequest("delta", "must not be 0");
        }
        return posts.execute(headers, admin.id(), "/api/v1/products/" + id + "/stock-adjustments", request, () -> {
            var level = stock.adjust(new Adjustment(id, request.delta(), request.reason(), admin.id()));
            return new StoredResponse(HttpStatus.CREATED.value(), null, null,
                    json.writeValueAsString(StockResponse.of(level)));
        });
    }
}
