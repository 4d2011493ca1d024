package dev.ashlar.gateway.firewall;

import dev.ashlar.chassis.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses blocked requests. Runs after CORS, so that a page can read the refusal, and before any other work. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class FirewallFilter extends OncePerRequestFilter {

    private final Firewall firewall;
    private final Problems problems;

    FirewallFilter(Firewall firewall, Problems problems) {
        this.firewall = firewall;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var refusal = firewall.inspect(request);
        if (refusal == null) {
            chain.doFilter(request, response);
            return;
        }
        refusal.headers().forEach(response::setHeader);
        problems.write(request, response, refusal.status(), refusal.detail());
    }
}
