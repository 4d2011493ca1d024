package dev.ashlar.user.password.web;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.user.password.HashingBusy;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@Order(0)
@RestControllerAdvice
class PasswordProblems {

    /** A quick refusal is better than a queue in which log-ins wait longer than their clients. */
    @ExceptionHandler(HashingBusy.class)
    Problem busy() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "Too many are signing in; try again.").retryAfter(2);
    }
}
