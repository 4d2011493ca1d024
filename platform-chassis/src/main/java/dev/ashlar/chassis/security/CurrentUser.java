package dev.ashlar.chassis.security;

import java.util.Set;
import java.util.UUID;

/**
 * Who calls: the principal of an authenticated request.
 *
 * @param id the user's id, the token's {@code sub}
 * @param sessionId the session, the token's {@code sid}
 * @param roles as the session has them now, not as the token had them when it was issued
 */
public record CurrentUser(UUID id, UUID sessionId, Set<String> roles) {

    /** The role that sees and changes what belongs to others. */
    public static final String ADMIN = "admin";

    /** Whether the caller may see what belongs to others. */
    public boolean isAdmin() {
        return roles.contains(ADMIN);
    }
}
