package dev.ashlar.chassis.web;

import dev.ashlar.chassis.connection.Connection;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container or a filter refused, as a problem document. */
@RestController
class ErrorDispatch implements ErrorController {

    /** Tomcat has no type of its own for headers that are too large, and calls them a bad request (RFC 6585, 5). */
    private static final String HEADERS_TOO_LARGE = StringManager.getManager(Http11InputBuffer.class)
            .getString("iib.requestheadertoolarge.error");

    private final Problems problems;

    ErrorDispatch(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return; // an answer that broke off gets nothing appended; the container ends its connection
        }
        var slow = Connection.of(request).filter(Connection::isCut);
        if (slow.isPresent()) {
            bodyWasCut(slow.get(), request, response);
            return;
        }
        var status = status((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION),
                (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        problems.write(request, response, status, advice(status));
    }

    private void bodyWasCut(Connection connection, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (connection.isDisplaced()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE,
                    "Other connections needed room before the body had arrived. Send it again, at once.");
        } else {
            problems.write(request, response, HttpStatus.REQUEST_TIMEOUT, "The body did not arrive within %d s."
                    .formatted(connection.bodyTimeout().toSeconds()));
        }
    }

    /** What to mend, where it is known no better than by the status. */
    static String advice(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "The path, the query or a header is malformed. Send it percent-encoded in UTF-8.";
            case NOT_FOUND -> "There is nothing at this path.";
            case CONTENT_TOO_LARGE -> "Send a smaller body: 64 KiB of JSON, or 2 MiB of a picture.";
            case URI_TOO_LONG, REQUEST_HEADER_FIELDS_TOO_LARGE ->
                "Send a request line and headers of at most 16 KiB in all.";
            case INTERNAL_SERVER_ERROR -> "The request failed because of a fault of ours. Report its request_id.";
            default -> status.getReasonPhrase() + ".";
        };
    }

    static HttpStatus status(@Nullable Throwable fault, @Nullable Integer code) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).map(ErrorDispatch::blamed)
                .flatMap(Optional::stream).findFirst()
                .or(() -> Optional.ofNullable(code).map(HttpStatus::resolve)).orElse(HttpStatus.NOT_FOUND);
    }

    /** The caller's request broke a rule, wherever that was noticed. */
    private static Optional<HttpStatus> blamed(Throwable fault) {
        return switch (fault) {
            case BodyTooLarge _ -> Optional.of(HttpStatus.CONTENT_TOO_LARGE);
            case BadRequestException _ -> Optional.of(HttpStatus.BAD_REQUEST);
            case InvalidParameterException invalid -> Optional.ofNullable(HttpStatus.resolve(invalid.getErrorCode()));
            case IllegalArgumentException e when HEADERS_TOO_LARGE.equals(e.getMessage()) ->
                Optional.of(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE);
            default -> Optional.empty();
        };
    }
}
