package dev.ashlar.user.attempt.web;

import dev.ashlar.chassis.web.Problem;
import dev.ashlar.chassis.web.RateLimitHeaders;
import dev.ashlar.user.attempt.TooManyFailures;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@Order(0)
@RestControllerAdvice
class AttemptProblems {

    private static final long MAX_RETRY_AFTER = 60;

    /** {@code Retry-After} is at most 60 s. If the wait is longer, the next attempt is refused again. */
    @ExceptionHandler
    Problem tooManyFailures(TooManyFailures refused, HttpServletResponse response) {
        var limit = refused.limit();
        var seconds = Math.max(1, Math.ceilDiv(refused.waitTime().toMillis(), 1_000));
        var retryAfter = (int) Math.min(seconds, MAX_RETRY_AFTER);
        new RateLimitHeaders(limit.name(), limit.failures(), limit.window().toSeconds()).write(response, 0, seconds);
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS,
                "Too many failed attempts; try again in " + retryAfter + " s.").retryAfter(retryAfter);
    }
}
