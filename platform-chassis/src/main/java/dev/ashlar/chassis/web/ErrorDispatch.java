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

/** Writes the problem document for an error of the container or of a filter. */
@RestController
class ErrorDispatch implements ErrorController {

    /** Tomcat has no exception type for headers that are too large, and responds with 400 in place of 431 (RFC 6585, 5). */
    private static final String HEADERS_TOO_LARGE = StringManager.getManager(Http11InputBuffer.class)
            .getString("iib.requestheadertoolarge.error");

    private final Problems problems;

    ErrorDispatch(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return; // The container closes the connection, so the client sees an incomplete response.
        }
        var slow = Connection.of(request).filter(Connection::isCut);
        if (slow.isPresent()) {
            bodyTimedOut(slow.get(), request, response);
            return;
        }
        var status = status((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION),
                (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        problems.write(request, response, status, detail(status));
    }

    private void bodyTimedOut(Connection connection, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (connection.isDisplaced()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE,
                    "The service closed this connection to accept others before the body had arrived. Send the whole body again.");
        } else {
            problems.write(request, response, HttpStatus.REQUEST_TIMEOUT, "The body did not arrive within %d s."
                    .formatted(connection.bodyTimeout().toSeconds()));
        }
    }

    /** The detail of a problem of which only the status is known. */
    static String detail(HttpStatus status) {
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
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).map(ErrorDispatch::clientError)
                .flatMap(Optional::stream).findFirst()
                .or(() -> Optional.ofNullable(code).map(HttpStatus::resolve)).orElse(HttpStatus.NOT_FOUND);
    }

    /** The status for an exception that the client's request caused. */
    private static Optional<HttpStatus> clientError(Throwable fault) {
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
