package dev.ashlar.gateway.proxy;

import dev.ashlar.gateway.route.Route;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.WebUtils;

/** The cookie that keeps a client at one instance as long as the instance is available. */
final class StickyCookie {

    private StickyCookie() {}

    static @Nullable String valueOf(Route route, ServerRequest request) {
        var cookie = route.sticky() == null ? null : WebUtils.getCookie(request.servletRequest(), route.sticky());
        return cookie == null ? null : cookie.getValue();
    }

    /** Sets the cookie if the client has none, or has the cookie of another instance. */
    static void add(Route route, ServerRequest request, UpstreamCall call, ServerResponse response) {
        var instance = call.instance();
        if (route.sticky() != null && instance != null && !instance.stickyId().equals(valueOf(route, request))) {
            response.headers().add(HttpHeaders.SET_COOKIE, ResponseCookie.from(route.sticky(), instance.stickyId())
                    .path("/").httpOnly(true).sameSite("Lax").build().toString());
        }
    }
}
