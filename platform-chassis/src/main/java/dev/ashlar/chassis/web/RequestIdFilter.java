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

/** Takes the request id from {@code X-Request-Id}, or makes a new one if the header is malformed, and repeats it in the response. */
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

    /** Keeps an id that the request already has. */
    static String assign(HttpServletRequest request, HttpServletResponse response) {
        var id = Objects.requireNonNullElseGet(of(request), () -> received(request));
        response.setHeader(RequestId.HEADER, id);
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** A request that the container refuses reaches this filter only in the error dispatch. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static String received(HttpServletRequest request) {
        var given = Collections.list(request.getHeaders(RequestId.HEADER));
        return given.size() == 1 && RequestId.isWellFormed(given.getFirst())
                ? given.getFirst()
                : UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** @return null before this filter has run */
    static @Nullable String of(HttpServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }
}
