package dev.ashlar.chassis.web;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.chassis.observability.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request an id: the caller's {@code X-Request-Id} if it is well formed, else a new one; repeated on the answer. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIdFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = RequestIdFilter.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = request.getHeader(RequestId.HEADER);
        var id = RequestId.isWellFormed(given)
                ? given
                : UuidCreator.getTimeOrderedEpoch().toString();
        response.setHeader(RequestId.HEADER, id);
        request.setAttribute(ATTRIBUTE, id);
        try (var _ = RequestId.set(id)) {
            chain.doFilter(request, response);
        }
    }

    /** The container's error dispatch runs after this filter has left: the id is read back from the request. */
    static @Nullable String of(HttpServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }
}
