package dev.ashlar.order.order.web;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.chassis.web.Problem.FieldError;
import dev.ashlar.order.order.OrderRefused;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Why an order was not accepted, in the caller's terms. */
final class OrderProblems {

    private OrderProblems() {}

    static Problem of(OrderRefused refusal) {
        var problem = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "The order can't be accepted.");
        problem.getBody().setProperty("errors", errors(refusal));
        return problem;
    }

    private static List<FieldError> errors(OrderRefused refusal) {
        return switch (refusal) {
            case OrderRefused.UnknownProducts unknown -> unknown.lines().stream()
                    .map(line -> new FieldError("items[%d].product_id".formatted(line), "is not a product on sale"))
                    .toList();
            case OrderRefused.SeveralCurrencies _ -> items("must all be priced in one currency");
            case OrderRefused.TotalTooLarge _ -> items("come to a total that is too large");
        };
    }

    private static List<FieldError> items(String message) {
        return List.of(new FieldError("items", message));
    }
}
