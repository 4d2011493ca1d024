package dev.ashlar.sample;

import dev.ashlar.chassis.web.Problem;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Maps the refusals of a feature to problem documents, as every service does. */
@Order(0)
@RestControllerAdvice
class SampleProblems {

    static final class Sealed extends RuntimeException {}

    static final class Lent extends RuntimeException {}

    @ExceptionHandler(Sealed.class)
    Problem sealed() {
        return Problem.of(HttpStatus.CONFLICT, "The sample is sealed.").type("sample-sealed");
    }

    @ExceptionHandler(Lent.class)
    Problem lent() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "The sample is lent. Try again.").retryAfter(2);
    }
}
