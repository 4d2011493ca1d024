package dev.ashlar.chassis.web;

import dev.ashlar.chassis.fault.StoreFaults;
import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers every exception of a controller with a problem document that names neither classes nor SQL (RFC 9457). */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Thousands of things to mend help nobody, and make a large answer of a small request. */
    private static final int MAX_ERRORS = 100;

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException e,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = e.getBindingResult().getAllErrors().stream()
                .map(error -> new Problem.FieldError(
                        error instanceof FieldError field ? FieldNames.snakeCase(field.getField()) : "",
                        String.valueOf(error.getDefaultMessage())));
        return invalid(e, errors, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var errors = e.getParameterValidationResults().stream().flatMap(result -> result.getResolvableErrors().stream()
                .map(error -> new Problem.FieldError(
                        FieldNames.snakeCase(String.valueOf(result.getMethodParameter().getParameterName())),
                        String.valueOf(error.getDefaultMessage()))));
        return invalid(e, errors, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException e,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e.getCause() instanceof BodyTooLarge tooLarge) {
            return problem(e, HttpStatus.CONTENT_TOO_LARGE, String.valueOf(tooLarge.getMessage()), headers, request);
        }
        return invalid(e, Stream.of(UnreadableBody.explain(e)), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException e, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        var name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "";
        var message = NestedExceptionUtils.getMostSpecificCause(e) instanceof MalformedValue malformed
                ? String.valueOf(malformed.getMessage())
                : "has the wrong form";
        return invalid(e, Stream.of(new Problem.FieldError(name, message)), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return invalid(e, Stream.of(new Problem.FieldError(e.getParameterName(), "is required")), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(NoResourceFoundException e,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(e, HttpStatus.NOT_FOUND, "There is nothing at this path.", headers, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> fault(Exception e, WebRequest request) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof RequestRejectedException) {
            throw e; // Spring Security answers these; its firewall looks at a header when that is read, which may be here
        }
        if (e instanceof IOException && isCommitted(request)) {
            throw e; // the caller has left, or must see that the answer broke off: the container ends the connection
        }
        if (e instanceof InvalidParameterException) {
            return Objects
                    .requireNonNull(invalid(e, Stream.of(new Problem.FieldError("", "the query is not well-formed")),
                            new HttpHeaders(), request));
        }
        if (StoreFaults.isUnavailable(e)) {
            log.atWarn().addKeyValue("cause", e.getClass().getSimpleName()).log("A store is unavailable");
            var headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, "1");
            return problem(e, HttpStatus.SERVICE_UNAVAILABLE, "A store that this needs is unavailable; try again.",
                    headers,
                    request);
        }
        log.atError().setCause(e).log("A request failed");
        return problem(e, HttpStatus.INTERNAL_SERVER_ERROR, "The request failed for a reason of ours; it is logged.",
                new HttpHeaders(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception e, @Nullable Object body,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var shown = body == null && e instanceof ErrorResponse refusal ? refusal.getBody() : body;
        if (shown instanceof ProblemDetail problem) {
            Problems.complete(problem, ((ServletWebRequest) request).getRequest());
        }
        var problemHeaders = new HttpHeaders(headers);
        problemHeaders.setContentType(MediaType.APPLICATION_PROBLEM_JSON); // whatever Accept says, and however garbled
        return super.handleExceptionInternal(e, shown, problemHeaders, status, request);
    }

    private static boolean isCommitted(WebRequest request) {
        var response = ((ServletWebRequest) request).getResponse();
        return response != null && response.isCommitted();
    }

    private @Nullable ResponseEntity<Object> invalid(Exception e, Stream<Problem.FieldError> errors,
            HttpHeaders headers,
            WebRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "The request is not valid.");
        problem.setProperty("errors", errors.limit(MAX_ERRORS).toList());
        return handleExceptionInternal(e, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    private ResponseEntity<Object> problem(Exception e, HttpStatus status, String detail, HttpHeaders headers,
            WebRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        return Objects.requireNonNull(handleExceptionInternal(e, problem, headers, status, request));
    }
}
