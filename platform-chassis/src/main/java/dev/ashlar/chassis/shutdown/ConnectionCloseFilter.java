package dev.ashlar.chassis.shutdown;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends {@code Connection: close} while the instance stops, so that clients reconnect, possibly to another instance. HTTP/2 forbids the
 * header (RFC 9113, 8.2.2). There, Tomcat sends GOAWAY.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ConnectionCloseFilter extends OncePerRequestFilter {

    private final ApplicationAvailability availability;

    ConnectionCloseFilter(ApplicationAvailability availability) {
        this.availability = availability;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (availability.getReadinessState() == ReadinessState.REFUSING_TRAFFIC
                && !"HTTP/2.0".equals(request.getProtocol())) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        chain.doFilter(request, response);
    }
}
