package dev.ashlar.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A request of the operator's routes. Keeps Spring from interpreting what belongs to the upstream. All headers are forwarded. */
final class ForeignRequest extends HttpServletRequestWrapper {

    ForeignRequest(HttpServletRequest request) {
        super(request);
    }

    /** Null: otherwise Spring adds the encoding to {@code Content-Type}, and fails if that has a wildcard. */
    @Override
    public @Nullable String getCharacterEncoding() {
        return null;
    }

    /** Without this header, Spring does not respond to a preflight request itself. The proxy reads headers with {@link #getHeaders}. */
    @Override
    public @Nullable String getHeader(String name) {
        return HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD.equalsIgnoreCase(name) ? null : super.getHeader(name);
    }
}
