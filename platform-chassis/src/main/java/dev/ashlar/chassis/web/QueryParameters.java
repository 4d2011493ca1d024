package dev.ashlar.chassis.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a query parameter that the endpoint does not declare, that occurs twice, or that is empty where only a value makes sense. So a
 * client notices its typing errors.
 */
final class QueryParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // An error dispatch still has the query of the failed request.
        if (request.getDispatcherType() != DispatcherType.REQUEST || request.getQueryString() == null
                || !(handler instanceof HandlerMethod method) || method.getBeanType() == ErrorDispatch.class) {
            return true;
        }
        var declared = declared(method);
        QueryString.parse(request.getQueryString()).forEach((name, values) -> check(declared, name, values));
        return true;
    }

    private static void check(Map<String, MethodParameter> declared, String name, List<String> values) {
        var parameter = declared.get(name);
        if (parameter == null) {
            throw Problem.badRequest(name, "is not a query parameter here; " + known(declared));
        }
        if (values.size() > 1) {
            throw Problem.badRequest(name, "may be given once");
        }
        if (values.getFirst().isEmpty() && !mayBeEmpty(parameter)) {
            throw Problem.badRequest(name, "must not be empty");
        }
        if (values.getFirst().codePoints().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest(name, "must not contain control characters");
        }
    }

    private static String known(Map<String, MethodParameter> declared) {
        return declared.isEmpty() ? "send none" : "known are: " + String.join(", ", new TreeSet<>(declared.keySet()));
    }

    /** Spring reads an empty number, id or instant as absent, and empty text as the default value. */
    private static boolean mayBeEmpty(MethodParameter parameter) {
        return parameter.getParameterType() == String.class
                && annotation(parameter).defaultValue().equals(ValueConstants.DEFAULT_NONE);
    }

    private static Map<String, MethodParameter> declared(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters()).filter(p -> p.hasParameterAnnotation(RequestParam.class))
                .collect(Collectors.toMap(QueryParameters::name, Function.identity()));
    }

    private static String name(MethodParameter parameter) {
        var name = annotation(parameter).name();
        return StringUtils.hasText(name) ? name : parameter.getParameter().getName();
    }

    private static RequestParam annotation(MethodParameter parameter) {
        return Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class));
    }
}
