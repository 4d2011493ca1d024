package dev.ashlar.gateway.access;

import dev.ashlar.chassis.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;

/** Refuses pages of other origins with a problem document, where Spring would answer in plain text. */
final class OriginCheck extends DefaultCorsProcessor {

    private final Problems problems;

    OriginCheck(Problems problems) {
        this.problems = problems;
    }

    @Override
    public boolean processRequest(@Nullable CorsConfiguration rules, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        var allowed = super.processRequest(rules, request, response);
        if (!allowed) {
            problems.write(request, response, HttpStatus.FORBIDDEN, "Pages of this origin may not call.");
        }
        return allowed;
    }

    /** It is written where the request is known. */
    @Override
    protected void rejectRequest(ServerHttpResponse response) {}
}
