package dev.ashlar.order.web;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.chassis.web.Problem.FieldError;
import dev.ashlar.order.OrderRefused;
import dev.ashlar.order.Quote;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns each refusal into a problem document. */
@Order(0)
@RestControllerAdvice
class OrderProblems {

    private static final int RETRY_SECONDS = 10;

    @ExceptionHandler
    Problem problem(OrderRefused refusal) {
        return switch (refusal) {
            case OrderRefused.UnknownProducts unknown -> unacceptable(unknown.lines().stream()
                    .map(line -> new FieldError("items[%d].product_id".formatted(line), "is not a product on sale"))
                    .toList());
            case OrderRefused.SeveralCurrencies _ -> unacceptable("must all be priced in one currency");
            case OrderRefused.TotalTooLarge _ -> unacceptable("must have a total of at most " + Quote.MAX_TOTAL);
            case OrderRefused.OutboxFull _ -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE,
                    "The shop accepts no orders at the moment. Try again later.").retryAfter(RETRY_SECONDS);
            case OrderRefused.UnknownOrder _ -> Problem.notFound("order");
            case OrderRefused.WrongStatus wrong -> Problem.of(HttpStatus.CONFLICT, String.valueOf(wrong.getMessage()));
        };
    }

    private static Problem unacceptable(String message) {
        return unacceptable(List.of(new FieldError("items", message)));
    }

    private static Problem unacceptable(List<FieldError> errors) {
        var problem = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "The order can't be accepted.");
        problem.getBody().setProperty("errors", errors);
        return problem;
    }
}
