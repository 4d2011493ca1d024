package dev.ashlar.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Logs each request of an admin that may have changed data, in the service that handled the request. */
final class AdminActions implements HandlerInterceptor {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable Exception e) {
        var user = CurrentUser.of(request);
        if (handler instanceof HandlerMethod && !SAFE.contains(request.getMethod()) && user != null && user.isAdmin()) {
            SecurityEvent.ADMIN_ACTION.line(user, request).addKeyValue("status", response.getStatus()).log();
        }
    }
}
