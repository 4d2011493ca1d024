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
import org.springframework.beans.ConversionNotSupportedException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
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

    /** Receives every exception that Spring MVC knows, and what {@link #other} has mapped. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception e, @Nullable Object body,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var shown = switch (e) {
            case MethodArgumentNotValidException invalid -> invalid(
                    invalid.getBindingResult().getAllErrors().stream().map(ProblemAdvice::fieldError));
            case HandlerMethodValidationException invalid -> invalid(
                    invalid.getParameterValidationResults().stream().flatMap(ProblemAdvice::parameterErrors));
            case HttpMessageNotReadableException unreadable when unreadable.getCause() instanceof BodyTooLarge large ->
                problem(HttpStatus.CONTENT_TOO_LARGE, String.valueOf(large.getMessage()));
            case HttpMessageNotReadableException unreadable -> invalid(Stream.of(UnreadableBody.explain(unreadable)));
            case MissingServletRequestParameterException missing -> invalid(
                    Stream.of(new Problem.FieldError(missing.getParameterName(), "is required")));
            case ConversionNotSupportedException _ -> body;
            case TypeMismatchException mismatch -> invalid(Stream.of(fieldError(mismatch)));
            case NoResourceFoundException _ ->
                problem(HttpStatus.NOT_FOUND, ErrorDispatch.detail(HttpStatus.NOT_FOUND));
            case HttpRequestMethodNotSupportedException method -> problem(HttpStatus.METHOD_NOT_ALLOWED,
                    "Send " + allowed(method) + ".");
            case HttpMediaTypeNotSupportedException type ->
                problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, supportedTypes(type.getSupportedMediaTypes()));
            case UnsupportedMediaTypeStatusException type ->
                problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, supportedTypes(type.getSupportedMediaTypes()));
            case HttpMediaTypeNotAcceptableException _ ->
                problem(HttpStatus.NOT_ACCEPTABLE, "Send Accept: application/json, or no Accept header.");
            case ErrorResponse known when body == null -> known.getBody();
            default -> body;
        };
        var problemHeaders = new HttpHeaders(headers);
        problemHeaders.setContentType(MediaType.APPLICATION_PROBLEM_JSON); // even if Accept is malformed or excludes it
        var problemStatus = shown instanceof ProblemDetail problem
                ? HttpStatusCode.valueOf(problem.getStatus())
                : status;
        return super.handleExceptionInternal(e, shown, problemHeaders, problemStatus, request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> other(Exception e, WebRequest request) throws Exception {
        if (e instanceof AccessDeniedException || e instanceof RequestRejectedException) {
            throw e; // Spring Security responds. Its firewall checks a header when a handler reads the header.
        }
        if (e instanceof IOException && isCommitted(request)) {
            throw e; // The client has probably left.
        }
        var headers = new HttpHeaders();
        ProblemDetail problem;
        if (e instanceof InvalidParameterException) {
            problem = invalid(Stream.of(new Problem.FieldError("", "must have a percent-encoded query in UTF-8")));
        } else if (StoreFaults.isUnavailable(e)) {
            log.atWarn().addKeyValue("cause", Cause.of(e)).log("A store is unavailable");
            headers.set(HttpHeaders.RETRY_AFTER, "1");
            problem = problem(HttpStatus.SERVICE_UNAVAILABLE,
                    "A required store is unavailable. Try again in a second.");
        } else {
            Cause.trace(log.atError(), e).log("A request failed");
            problem = problem(HttpStatus.INTERNAL_SERVER_ERROR,
                    ErrorDispatch.detail(HttpStatus.INTERNAL_SERVER_ERROR));
        }
        if (isCommitted(request)) {
            throw e; // The container closes the connection, so the client sees an incomplete response.
        }
        return handleExceptionInternal(e, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
    }

    private static boolean isCommitted(WebRequest request) {
        var response = ((ServletWebRequest) request).getResponse();
        return response != null && response.isCommitted();
    }

    private static Problem.FieldError fieldError(ObjectError error) {
        return new Problem.FieldError(error instanceof FieldError field ? FieldNames.snakeCase(field.getField()) : "",
                String.valueOf(error.getDefaultMessage()));
    }

    private static Stream<Problem.FieldError> parameterErrors(ParameterValidationResult result) {
        var parameter = result.getMethodParameter();
        var isInteger = Set.of(int.class, Integer.class).contains(parameter.getParameterType());
        return result.getResolvableErrors().stream()
                .map(error -> new Problem.FieldError(FieldNames.snakeCase(String.valueOf(parameter.getParameterName())),
                        isInteger
                                ? ExpectedValue.of(parameter.getParameterType(), parameter.getParameter())
                                : String.valueOf(error.getDefaultMessage())));
    }

    private static Problem.FieldError fieldError(TypeMismatchException e) {
        var argument = e instanceof MethodArgumentTypeMismatchException mismatch ? mismatch : null;
        var place = argument == null ? null : argument.getParameter().getParameter();
        return new Problem.FieldError(argument == null ? "" : argument.getName(),
                e.getRequiredType() == null ? "has the wrong form" : ExpectedValue.of(e.getRequiredType(), place));
    }

    private static String allowed(HttpRequestMethodNotSupportedException e) {
        var methods = Objects.requireNonNullElse(e.getSupportedHttpMethods(), Set.<HttpMethod>of());
        return methods.isEmpty()
                ? "another method"
                : "one of " + methods.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
    }

    /** Spring also names JSON types that {@link JsonBodies} refuses. */
    private static String supportedTypes(List<MediaType> supported) {
        var types = supported.isEmpty() || supported.contains(MediaType.APPLICATION_JSON)
                ? List.of(MediaType.APPLICATION_JSON)
                : supported;
        return "Send Content-Type: " + types.stream().map(MediaType::toString).collect(Collectors.joining(" or "))
                + ".";
    }

    private static ProblemDetail invalid(Stream<Problem.FieldError> errors) {
        var problem = problem(HttpStatus.BAD_REQUEST, "The request is not valid.");
        problem.setProperty("errors", errors.limit(MAX_ERRORS).toList());
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}
