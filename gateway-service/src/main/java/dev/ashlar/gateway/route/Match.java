package dev.ashlar.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.util.StringUtils;
import org.springframework.web.util.WebUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * The conditions of a route. All of them must be true. An empty condition is true. The value {@code *} of a header, cookie or query
 * parameter means any value.
 *
 * @param host a name, or {@code *.} and a name
 */
public record Match(List<PathPattern> paths, @Nullable String host, Set<String> methods, Map<String, String> headers,
        Map<String, String> cookies, Map<String, String> query) {

    private static final String ANY = "*";

    /** True if the route has no condition, so it is the default route. */
    public boolean isEmpty() {
        return paths.isEmpty() && host == null && methods.isEmpty() && headers.isEmpty() && cookies.isEmpty()
                && query.isEmpty();
    }

    /** Returns the first pattern that matches. Null: the path does not match. A default route has no pattern. */
    @Nullable
    PathPattern pattern(PathContainer path) {
        for (var pattern : paths) {
            if (pattern.matches(path)) {
                return pattern;
            }
        }
        return null;
    }

    /** True if all conditions but the path are true. */
    boolean allows(HttpServletRequest request) {
        return (methods.isEmpty() || methods.contains(request.getMethod())) && hostMatches(request)
                && (headers.isEmpty() || headers.entrySet().stream()
                        .allMatch(one -> matches(one.getValue(), request.getHeader(one.getKey()))))
                && (cookies.isEmpty() || cookies.entrySet().stream()
                        .allMatch(one -> matches(one.getValue(), cookie(request, one.getKey()))))
                && (query.isEmpty() || query.entrySet().stream().allMatch(
                        one -> QueryValues.of(request, one.getKey())
                                .anyMatch(found -> matches(one.getValue(), found))));
    }

    private boolean hostMatches(HttpServletRequest request) {
        if (host == null) {
            return true;
        }
        var name = String.valueOf(request.getServerName());
        return host.startsWith("*.")
                ? StringUtils.endsWithIgnoreCase(name, host.substring(1)) && name.length() > host.length() - 1
                : host.equalsIgnoreCase(name);
    }

    private static boolean matches(String expected, @Nullable String found) {
        return found != null && (expected.equals(ANY) || expected.equals(found));
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        var cookie = WebUtils.getCookie(request, name);
        return cookie == null ? null : cookie.getValue();
    }
}
