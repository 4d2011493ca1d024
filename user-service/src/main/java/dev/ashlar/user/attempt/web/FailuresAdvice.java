package dev.ashlar.user.attempt.web;

import dev.ashlar.chassis.web.Problems;
import dev.ashlar.chassis.web.RateLimit;
import dev.ashlar.user.attempt.TooManyFailures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refuses further guesses. Who has to wait for long may ask again after a minute, and is told again. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class FailuresAdvice {

    private static final long LONGEST_WAIT = 60;

    private final Problems problems;

    FailuresAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(TooManyFailures.class)
    void refuse(TooManyFailures e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var limit = e.limit();
        var seconds = Math.max(1, Math.ceilDiv(e.waiting().toMillis(), 1_000));
        var retryAfter = Math.min(seconds, LONGEST_WAIT);
        new RateLimit(limit.name(), limit.failures(), limit.window().toSeconds()).write(response, 0, seconds);
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter));
        problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS,
                "Too many failed attempts; try again in " + retryAfter + " s.");
    }
}
