package dev.ashlar.user.password.web;

import dev.ashlar.chassis.web.Problems;
import dev.ashlar.user.password.HashingBusy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Sheds load rather than let log-ins queue for longer than their callers wait. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BusyAdvice {

    private final Problems problems;

    BusyAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(HashingBusy.class)
    void busy(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "Too many are signing in; try again.");
    }
}
