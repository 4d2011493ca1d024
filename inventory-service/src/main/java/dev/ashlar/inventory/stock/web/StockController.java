package dev.ashlar.inventory.stock.web;

import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.Problem;
import dev.ashlar.inventory.stock.Adjusted;
import dev.ashlar.inventory.stock.Adjustment;
import dev.ashlar.inventory.stock.Level;
import dev.ashlar.inventory.stock.Stock;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/products/{id}")
class StockController {

    private final Stock stock;

    StockController(Stock stock) {
        this.stock = stock;
    }

    @GetMapping("/stock")
    Level level(@PathVariable UUID id) {
        return stock.level(id).orElseThrow(() -> Problem.notFound("product"));
    }

    @PostMapping("/stock-adjustments")
    @ResponseStatus(HttpStatus.CREATED)
    Level adjust(@PathVariable UUID id, @RequestBody @Valid AdjustmentRequest request,
            @AuthenticationPrincipal CurrentUser admin) {
        if (request.delta() == 0) {
            throw Problem.badRequest("delta", "must not be 0");
        }
        return switch (stock.adjust(new Adjustment(id, request.delta(), request.reason(), admin.id()))) {
            case Adjusted.To(var level) -> level;
            case Adjusted.OutOfBounds _ -> throw Problem.of(HttpStatus.CONFLICT,
                    "The stock would be less than nothing, or more than there can be.");
            case Adjusted.UnknownProduct _ -> throw Problem.notFound("product");
        };
    }
}
