package dev.ashlar.inventory.stock.web;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.inventory.stock.AdjustmentRefused;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns each refusal into a problem document. */
@Order(0)
@RestControllerAdvice
class StockProblems {

    @ExceptionHandler
    Problem problem(AdjustmentRefused refusal) {
        return switch (refusal) {
            case AdjustmentRefused.OutOfBounds _ -> Problem.of(HttpStatus.CONFLICT,
                    "The stock would be less than zero or above its maximum.");
            case AdjustmentRefused.UnknownProduct _ -> Problem.notFound("product");
        };
    }
}
