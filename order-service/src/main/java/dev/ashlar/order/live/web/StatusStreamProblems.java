package dev.ashlar.order.live.web;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.order.live.StatusStreams;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@Order(0)
@RestControllerAdvice
class StatusStreamProblems {

    private static final int RETRY_SECONDS = 5;

    @ExceptionHandler
    Problem problem(StatusStreams.Unavailable refusal) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "There are too many streams. Try again later.")
                .retryAfter(RETRY_SECONDS);
    }
}
