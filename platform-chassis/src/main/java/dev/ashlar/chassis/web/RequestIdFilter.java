package dev.ashlar.chassis.web;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.ashlar.chassis.observability.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Objects;
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
        try (var _ = RequestId.set(assign(request, response))) {
            chain.doFilter(request, response);
        }
    }

    /** Gives the request its id, if it has none yet. */
    static String assign(HttpServletRequest request, HttpServletResponse response) {
        var id = Objects.requireNonNullElseGet(of(request), () -> taken(request));
        response.setHeader(RequestId.HEADER, id);
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** What the container refuses reaches the error dispatch alone; for all else the request has its id by then. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String taken(HttpServletRequest request) {
        var given = Collections.list(request.getHeaders(RequestId.HEADER));
        return given.size() == 1 && RequestId.isWellFormed(given.getFirst())
                ? given.getFirst()
                : UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** The id of a request that has passed this filter. */
    static @Nullable String of(HttpServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }
}
