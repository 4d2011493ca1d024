package dev.ashlar.chassis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Collections;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies of more than 64 KiB, pictures of more than 2 MiB: at once if they say so, else where they exceed it. And bodies that
 * are said to be of any type at all, since Spring's lookup of a handler breaks on them, or of two, of which everybody picks another.
 */
final class BodyBounds extends OncePerRequestFilter {

    private static final long MAX_BYTES = 64 * 1_024L;
    private static final long MAX_PICTURE_BYTES = 2 * 1_024 * 1_024L;

    private final Problems problems;

    BodyBounds(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        var max = StringUtils.startsWithIgnoreCase(type, "image/") ? MAX_PICTURE_BYTES : MAX_BYTES;
        if (NoBody.has(request)) {
            chain.doFilter(new NoBody(request), response);
        } else if (request.getContentLengthLong() > max) {
            var refusal = new BodyTooLarge(max);
            problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, String.valueOf(refusal.getMessage()));
        } else if (type.contains("*") || Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE)).size() > 1) {
            response.setHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
            problems.write(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Send one Content-Type header, such as application/json.");
        } else {
            chain.doFilter(new Bounded(request, max), response);
        }
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private final long max;
        private @Nullable ServletInputStream body;

        Bounded(HttpServletRequest request, long max) {
            super(request);
            this.max = max;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new BoundedBody(super.getInputStream(), max);
            }
            return body;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            var encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(getInputStream(), encoding == null ? "UTF-8" : encoding));
        }
    }
}
