package dev.ashlar.chassis.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Calls {@link Admission} between authentication and authorization. {@link SecurityProblems} does so for invalid tokens. */
final class AdmissionFilter extends OncePerRequestFilter {

    private final Admission admission;

    AdmissionFilter(Admission admission) {
        this.admission = admission;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (admission.admits(request, response, CurrentUser.of(request))) {
            chain.doFilter(request, response);
        }
    }
}
