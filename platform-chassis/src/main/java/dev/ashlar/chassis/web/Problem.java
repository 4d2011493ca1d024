package dev.ashlar.chassis.web;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A refusal that the client receives as a problem document (RFC 9457). Code that only HTTP concerns throws it. An
 * {@code @ExceptionHandler} of a {@code @RestControllerAdvice} with {@code @Order(0)} returns it for an exception of its feature.
 * {@link Problems} adds {@code type}, {@code instance} and {@code request_id} on the way out.
 */
public final class Problem extends ErrorResponseException {

    /** An error in one field or parameter of the request. */
    public record FieldError(String field, String message) {

        private static final int LONGEST_NAME = 100;

        /** Shortens the name, which the client may have chosen. */
        public FieldError {
            if (field.codePointCount(0, field.length()) > LONGEST_NAME) {
                field = field.substring(0, field.offsetByCodePoints(0, LONGEST_NAME)) + "…";
            }
        }
    }

    private Problem(HttpStatus status, String detail) {
        super(status, ProblemDetail.forStatusAndDetail(status, detail), null);
        // Else Spring would look for a type in Accept, and send no body if Accept is malformed.
        getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    /** @param field the field, parameter or header that the client must correct */
    public static Problem badRequest(String field, String message) {
        var problem = new Problem(HttpStatus.BAD_REQUEST, "The request is not valid.");
        problem.getBody().setProperty("errors", List.of(new FieldError(field, message)));
        return problem;
    }

    /** The resource does not exist, or the user may not see it. */
    public static Problem notFound(String resource) {
        return new Problem(HttpStatus.NOT_FOUND, "There is no such " + resource + ".");
    }

    /** @param detail a sentence for the client */
    public static Problem of(HttpStatus status, String detail) {
        return new Problem(status, detail);
    }

    /** Sets the type {@code urn:ashlar:problem:NAME}, for a client that needs more than the status. */
    public Problem type(String name) {
        setType(URI.create("urn:ashlar:problem:" + name));
        return this;
    }

    public Problem retryAfter(int seconds) {
        getHeaders().set(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
        return this;
    }
}
