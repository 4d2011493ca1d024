package dev.ashlar.chassis.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * The principal of an authenticated request.
 *
 * @param id the user's id, the token's {@code sub}
 * @param sessionId the token's {@code sid}
 * @param roles the session's current roles, which may differ from the token's
 */
public record CurrentUser(UUID id, UUID sessionId, Set<String> roles) {

    /** The role that sees and changes the data of all users. */
    public static final String ADMIN = "admin";

    static @Nullable CurrentUser of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof CurrentUser user ? user : null;
    }

    public boolean isAdmin() {
        return roles.contains(ADMIN);
    }
}
