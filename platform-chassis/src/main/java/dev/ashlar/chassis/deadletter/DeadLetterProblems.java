package dev.ashlar.chassis.deadletter;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.messaging.DeadLetterRefused;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@Order(0)
@RestControllerAdvice
class DeadLetterProblems {

    @ExceptionHandler
    Problem problem(DeadLetterRefused refusal) {
        return switch (refusal) {
            case DeadLetterRefused.Unknown _ -> Problem.notFound("dead letter");
            case DeadLetterRefused.WrongState wrong ->
                Problem.of(HttpStatus.CONFLICT, String.valueOf(wrong.getMessage()));
        };
    }
}
