package dev.ashlar.gateway.limit;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import dev.ashlar.chassis.security.CurrentUser;
import dev.ashlar.chassis.web.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Decides which limit a request falls under, and whose: a user's wherever there is one, else an address's. */
final class Policies {

    /** Answered from memory, and asked for by monitors that must not be told off. */
    private static final RequestMatcher UNLIMITED = new OrRequestMatcher(pathPattern("/health"),
            pathPattern("/health/ready"), pathPattern("/openapi.json"), pathPattern("/swagger-ui"),
            pathPattern("/swagger-ui/*"));
    private static final RequestMatcher SIGN_IN = new OrRequestMatcher(pathPattern(POST, "/api/v1/users"),
            pathPattern(POST, "/api/v1/sessions"), pathPattern(POST, "/api/v1/sessions/refresh"));
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    static final String SIGN_IN_POLICY = "sign-in";

    private final Policy userRead;
    private final Policy userWrite;
    private final Policy anonymousRead;
    private final Policy signIn;

    /** A limit and the one whom it is kept for. */
    record Charge(Policy policy, String whose) {}

    Policies(LimitProperties properties) {
        userRead = Policy.of("user-read", properties.userRead());
        userWrite = Policy.of("user-write", properties.userWrite());
        anonymousRead = Policy.of("anonymous-read", properties.anonymousRead());
        signIn = Policy.of(SIGN_IN_POLICY, properties.signIn());
    }

    Optional<Charge> chargeFor(HttpServletRequest request, @Nullable CurrentUser caller) {
        if (UNLIMITED.matches(request)) {
            return Optional.empty();
        }
        if (caller != null) {
            var reads = READING.contains(request.getMethod());
            return Optional.of(new Charge(reads ? userRead : userWrite, caller.id().toString()));
        }
        // What a stranger writes elsewhere is refused: it costs no more than a read.
        return Optional.of(new Charge(SIGN_IN.matches(request) ? signIn : anonymousRead, ClientAddress.of(request)));
    }
}
