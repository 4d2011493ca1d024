package dev.ashlar.chassis.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.coyote.BadRequestException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container or a filter refused, as a problem document. */
@RestController
class ErrorDispatch implements ErrorController {

    private final Problems problems;

    ErrorDispatch(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return; // an answer that broke off gets nothing appended; the container ends its connection
        }
        var status = status(request);
        problems.write(request, response, status, status.getReasonPhrase() + ".");
    }

    private static HttpStatus status(HttpServletRequest request) {
        var fault = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .anyMatch(BadRequestException.class::isInstance)) {
            return HttpStatus.BAD_REQUEST; // the caller's body broke the protocol, wherever that was noticed
        }
        var code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return code == null ? HttpStatus.NOT_FOUND : HttpStatus.valueOf(code);
    }
}
