package dev.ashlar.chassis.web;

import dev.ashlar.chassis.fault.StoreFaults;
import dev.ashlar.chassis.observability.Cause;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
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
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Maps every other exception of a controller to a problem document (RFC 9457) without names of classes and without SQL. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    /** Else a small request could cause a response with thousands of errors. */
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
                        isBounded(result)
                                ? ExpectedValue.of(result.getMethodParameter().getParameterType(),
                                        result.getMethodParameter().getParameter())
                                : String.valueOf(error.getDefaultMessage()))));
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
        var place = e instanceof MethodArgumentTypeMismatchException argument
                ? argument.getParameter().getParameter()
                : null;
        var message = e.getRequiredType() == null
                ? "has the wrong form"
                : ExpectedValue.of(e.getRequiredType(), place);
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
        return problem(e, HttpStatus.NOT_FOUND, ErrorDispatch.detail(HttpStatus.NOT_FOUND), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var allowed = String.join(", ", Objects.requireNonNullElse(headers.get(HttpHeaders.ALLOW), List.of()));
        return problem(e, HttpStatus.METHOD_NOT_ALLOWED,
                allowed.isEmpty() ? "Send another method." : "Send one of " + allowed + ".", headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(HttpMediaTypeNotSupportedException e,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(e, HttpStatus.UNSUPPORTED_MEDIA_TYPE, supportedTypes(e.getSupportedMediaTypes()), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleErrorResponseException(ErrorResponseException e,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return e instanceof UnsupportedMediaTypeStatusException type
                ? problem(e, HttpStatus.UNSUPPORTED_MEDIA_TYPE, supportedTypes(type.getSupportedMediaTypes()), headers, request)
                : super.handleErrorResponseException(e, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(HttpMediaTypeNotAcceptableException e,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(e, HttpStatus.NOT_ACCEPTABLE, "Send Accept: application/json, or no Accept header.", headers,
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> other(Exception e, WebRequest request) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof RequestRejectedException) {
            throw e; // Spring Security responds. Its firewall checks a header when a handler reads the header.
        }
        if (e instanceof IOException && isCommitted(request)) {
            throw e; // The container closes the connection, so the client sees an incomplete response.
        }
        if (e instanceof InvalidParameterException) {
            return Objects
                    .requireNonNull(invalid(e,
                            Stream.of(new Problem.FieldError("", "must have a percent-encoded query in UTF-8")),
                            new HttpHeaders(), request));
        }
        if (StoreFaults.isUnavailable(e)) {
            log.atWarn().addKeyValue("cause", Cause.of(e)).log("A store is unavailable");
            var headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, "1");
            return problem(e, HttpStatus.SERVICE_UNAVAILABLE,
                    "A required store is unavailable. Try again in a second.",
                    headers,
                    request);
        }
        Cause.trace(log.atError(), e).log("A request failed");
        return problem(e, HttpStatus.INTERNAL_SERVER_ERROR,
                ErrorDispatch.detail(HttpStatus.INTERNAL_SERVER_ERROR),
                new HttpHeaders(), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception e, @Nullable Object body,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var shown = body == null && e instanceof ErrorResponse refusal ? refusal.getBody() : body;
        var problemHeaders = new HttpHeaders(headers);
        problemHeaders.setContentType(MediaType.APPLICATION_PROBLEM_JSON); // even if Accept is malformed or excludes it
        return super.handleExceptionInternal(e, shown, problemHeaders, status, request);
    }

    /** Spring also names JSON types that {@link JsonBodies} refuses. */
    private static String supportedTypes(List<MediaType> supported) {
        var types = supported.isEmpty() || supported.contains(MediaType.APPLICATION_JSON)
                ? List.of(MediaType.APPLICATION_JSON)
                : supported;
        return "Send Content-Type: " + types.stream().map(MediaType::toString).collect(Collectors.joining(" or "))
                + ".";
    }

    private static boolean isBounded(ParameterValidationResult result) {
        return Set.of(int.class, Integer.class).contains(result.getMethodParameter().getParameterType());
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
