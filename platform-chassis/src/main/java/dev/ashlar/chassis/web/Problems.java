package dev.ashlar.chassis.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Completes every problem document, and writes those of filters and of the container, which no controller can return. */
@ControllerAdvice
public final class Problems implements ResponseBodyAdvice<Object> {

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** Sends the problem as the response. Keeps the headers that are set already. */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        var problem = complete(ProblemDetail.forStatusAndDetail(status, detail), request);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returned, MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
            ServerHttpResponse response) {
        return body instanceof ProblemDetail problem
                ? complete(problem, ((ServletServerHttpRequest) request).getServletRequest())
                : body;
    }

    private static ProblemDetail complete(ProblemDetail problem, HttpServletRequest request) {
        if (problem.getType() == null) {
            problem.setType(URI.create("about:blank"));
        }
        problem.setInstance(instance(request));
        problem.setProperty("request_id", RequestIdFilter.of(request));
        return problem;
    }

    private static URI instance(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return path(failed instanceof String uri ? uri : Objects.requireNonNullElse(request.getRequestURI(), ""));
    }

    /** The target may be no URI, may begin with {@code //} like a host, or be empty if Tomcat could not parse the request line. */
    static URI path(String target) {
        var path = "/" + StringUtils.trimLeadingCharacter(target, '/');
        try {
            return URI.create(path);
        } catch (IllegalArgumentException _) {
            return UriComponentsBuilder.fromPath("/").path(path).build().encode().toUri();
        }
    }
}
