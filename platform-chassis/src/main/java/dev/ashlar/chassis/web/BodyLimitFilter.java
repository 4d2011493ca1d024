package dev.ashlar.chassis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
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
 * Limits a picture to 2 MiB and any other body to 64 KiB. Refuses a larger {@code Content-Length} at once, and a chunked body as soon as
 * it exceeds the limit. Refuses a wildcard in {@code Content-Type}, on which Spring MVC fails, and two {@code Content-Type} headers,
 * of which two readers may use different ones. {@link BodyLimit} replaces these rules for a request.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    private static final long MAX_BYTES = 64 * 1_024L;
    private static final long MAX_PICTURE_BYTES = 2 * 1_024 * 1_024L;

    private final Problems problems;

    BodyLimitFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        var ownLimit = BodyLimit.of(request);
        var max = ownLimit != null
                ? ownLimit
                : StringUtils.startsWithIgnoreCase(type, "image/") ? MAX_PICTURE_BYTES : MAX_BYTES;
        if (RequestWithoutBody.is(request) && ownLimit == null) {
            chain.doFilter(new RequestWithoutBody(request), response);
        } else if (request.getContentLengthLong() > max) {
            problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE,
                    String.valueOf(new BodyTooLarge(max).getMessage()));
        } else if (ownLimit == null
                && (type.contains("*") || Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE)).size() > 1)) {
            response.setHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
            problems.write(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Send one Content-Type header, such as application/json.");
        } else {
            chain.doFilter(new LimitedRequest(request, max), response);
        }
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final long max;
        private @Nullable ServletInputStream body;

        LimitedRequest(HttpServletRequest request, long max) {
            super(request);
            this.max = max;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new LimitedStream(super.getInputStream(), max);
            }
            return body;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            var encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(getInputStream(), encoding == null ? "UTF-8" : encoding));
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long max;
        private long count;

        LimitedStream(ServletInputStream body, long max) {
            this.body = body;
            this.max = max;
        }

        @Override
        public int read() throws IOException {
            var one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = body.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws BodyTooLarge {
            count += bytes;
            if (count > max) {
                throw new BodyTooLarge(max);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
