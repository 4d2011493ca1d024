package dev.ashlar.chassis.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks for admission between authentication and authorization. Requests with a bad token end before it, in {@link Refusals}. */
final class AdmissionFilter extends OncePerRequestFilter {

    private final Admission admission;

    AdmissionFilter(Admission admission) {
        this.admission = admission;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        if (admission.admits(request, response, caller instanceof SessionAuthentication s ? s.getPrincipal() : null)) {
            chain.doFilter(request, response);
        }
    }
}
