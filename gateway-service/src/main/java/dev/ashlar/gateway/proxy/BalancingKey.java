package dev.ashlar.gateway.proxy;

import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.ClientAddress;
import dev.ashlar.gateway.route.RouteMatch;
import dev.ashlar.gateway.upstream.HashKey;
import dev.ashlar.gateway.upstream.Upstream;
import dev.ashlar.gateway.upstream.balance.KeyHash;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.util.WebUtils;

/** The hash of the value by which the upstream's algorithm chooses the instance. */
final class BalancingKey {

    private BalancingKey() {}

    /** 0 if the algorithm uses no key. */
    static long of(Upstream upstream, HttpServletRequest request, @Nullable RouteMatch match) {
        var settings = upstream.settings();
        if (!settings.algorithm().usesKey()) {
            return 0;
        }
        var value = value(settings.by(), request, match);
        return KeyHash.of(value == null ? ClientAddress.of(request) : value);
    }

    private static @Nullable String value(HashKey by, HttpServletRequest request, @Nullable RouteMatch match) {
        return switch (by.source()) {
            case CLIENT_ADDRESS -> null;
            case HEADER -> request.getHeader(by.name());
            case COOKIE -> {
                var cookie = WebUtils.getCookie(request, by.name());
                yield cookie == null ? null : cookie.getValue();
            }
            case PATH -> match == null ? null : match.variables().get(by.name());
            case USER -> request.getUserPrincipal() instanceof Authentication authentication
                    && authentication.getPrincipal() instanceof CurrentUser user ? user.id().toString() : null;
        };
    }
}
