package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.web.RequestWithoutBody;
import dev.ashlar.chassis.web.Problems;
import dev.ashlar.gateway.route.RouteMatch;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Accepts only the content types that services read. Rejects forms, because Tomcat would add their fields to the query parameters,
 * which the gateway forwards. Runs after Spring Security, so that 401 and 403 take precedence. The operator's routes forward any
 * content type.
 */
@Component
@Order(0)
final class ContentTypeFilter extends OncePerRequestFilter {

    private static final Set<String> PICTURES = Set.of(MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE);

    private final Problems problems;

    ContentTypeFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (RequestWithoutBody.is(request) || isAccepted(request) || RouteMatch.isForeign(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
        problems.write(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: application/json.");
    }

    /** Pictures have a higher size limit and a longer timeout, so only PUT accepts them. No service reads the body of a GET. */
    private static boolean isAccepted(HttpServletRequest request) {
        var type = type(request);
        return type.equals(MediaType.APPLICATION_JSON_VALUE)
                || PICTURES.contains(type) && request.getMethod().equals("PUT")
                || type.isEmpty() && request.getMethod().equals("GET");
    }

    /** The content type without parameters. */
    private static String type(HttpServletRequest request) {
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
