package dev.ashlar.user.attempt.web;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.chassis.web.RateLimit;
import dev.ashlar.user.attempt.TooManyFailures;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refuses further guesses. {@code Retry-After} is one minute at most, even if the wait is longer. */
@RestControllerAdvice
@Order(0)
class FailuresAdvice {

    private static final long LONGEST_WAIT = 60;

    @ExceptionHandler
    Problem tooManyFailures(TooManyFailures e, HttpServletResponse response) {
        var limit = e.limit();
        var seconds = Math.max(1, Math.ceilDiv(e.waiting().toMillis(), 1_000));
        var retryAfter = (int) Math.min(seconds, LONGEST_WAIT);
        new RateLimit(limit.name(), limit.failures(), limit.window().toSeconds()).write(response, 0, seconds);
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS,
                "Too many failed attempts; try again in " + retryAfter + " s.").retryAfter(retryAfter);
    }
}
