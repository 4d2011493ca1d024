package dev.ashlar.chassis.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** Refuses query parameters that the endpoint does not declare, and such as come twice: a typo must not go unnoticed. */
final class UnknownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // An error dispatch still has the query of the request that failed.
        if (request.getDispatcherType() != DispatcherType.REQUEST || request.getQueryString() == null
                || !(handler instanceof HandlerMethod method)) {
            return true;
        }
        var known = known(method);
        UriComponentsBuilder.fromUriString("?" + request.getQueryString()).build().getQueryParams()
                .forEach((name, values) -> {
                    if (!known.contains(name)) {
                        throw Problem.badRequest(name, "is not a parameter of this resource");
                    }
                    if (values.size() > 1) {
                        throw Problem.badRequest(name, "may be given once");
                    }
                });
        return true;
    }

    private static Set<String> known(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters()).filter(p -> p.hasParameterAnnotation(RequestParam.class))
                .map(UnknownParameters::name).collect(Collectors.toSet());
    }

    private static String name(MethodParameter parameter) {
        var annotation = parameter.getParameterAnnotation(RequestParam.class);
        return annotation != null && StringUtils.hasText(annotation.name())
                ? annotation.name()
                : String.valueOf(parameter.getParameter().getName());
    }
}
