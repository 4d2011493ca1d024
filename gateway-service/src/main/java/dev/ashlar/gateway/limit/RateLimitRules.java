package dev.ashlar.gateway.limit;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.ClientAddress;
import dev.ashlar.gateway.route.LimitClass;
import dev.ashlar.gateway.route.RouteMatch;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Selects the limit of a request. The subject is the user of a signed-in request, otherwise the client address. */
final class RateLimitRules {

    /** Responses from memory. Monitoring must always get a response. */
    private static final RequestMatcher UNLIMITED = new OrRequestMatcher(pathPattern("/health"),
            pathPattern("/health/ready"), pathPattern("/openapi.json"), pathPattern("/swagger-ui"),
            pathPattern("/swagger-ui/*"), pathPattern("/console"), pathPattern("/console/"),
            pathPattern("/console/assets/*"));
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    static final String SIGN_IN_POLICY = "sign-in";

    private final RateLimitPolicy userRead;
    private final RateLimitPolicy userWrite;
    private final RateLimitPolicy anonymousRead;
    private final RateLimitPolicy signIn;

    /** @param subject a user id or a client address */
    record Charge(RateLimitPolicy policy, String subject) {}

    RateLimitRules(LimitProperties properties) {
        userRead = RateLimitPolicy.of("user-read", properties.userRead());
        userWrite = RateLimitPolicy.of("user-write", properties.userWrite());
        anonymousRead = RateLimitPolicy.of("anonymous-read", properties.anonymousRead());
        signIn = RateLimitPolicy.of(SIGN_IN_POLICY, properties.signIn());
    }

    Optional<Charge> chargeFor(HttpServletRequest request, @Nullable CurrentUser caller) {
        if (UNLIMITED.matches(request)) {
            return Optional.empty();
        }
        var limit = RouteMatch.of(request).map(match -> match.route().limit()).orElse(LimitClass.DEFAULT);
        var address = ClientAddress.of(request);
        var user = caller == null ? address : caller.id().toString();
        return switch (limit) {
            case NONE -> Optional.empty();
            case SIGN_IN -> Optional.of(new Charge(signIn, address));
            case ANONYMOUS_READ -> Optional.of(new Charge(anonymousRead, address));
            case USER_READ -> Optional.of(new Charge(userRead, user));
            case USER_WRITE -> Optional.of(new Charge(userWrite, user));
            // A write without a session is rejected, so it costs no more than a read.
            case DEFAULT -> Optional.of(caller == null
                    ? new Charge(anonymousRead, address)
                    : new Charge(READING.contains(request.getMethod()) ? userRead : userWrite, user));
        };
    }
}
