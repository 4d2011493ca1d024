package dev.ashlar.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Tells of each request of an administrator that may have changed something, in the service that handled it. */
final class AdminActions implements HandlerInterceptor {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
            @Nullable Exception e) {
        if (handler instanceof HandlerMethod && !SAFE.contains(request.getMethod())
                && request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof CurrentUser caller && caller.isAdmin()) {
            SecurityEvent.ADMIN_ACTION.line().addKeyValue("user_id", caller.id())
                    .addKeyValue("session_id", caller.sessionId()).addKeyValue("method", request.getMethod())
                    .addKeyValue("path", StringUtils.truncate(request.getRequestURI(), 200))
                    .addKeyValue("status", response.getStatus()).log();
        }
    }
}
