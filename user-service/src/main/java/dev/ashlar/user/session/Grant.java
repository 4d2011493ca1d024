package dev.ashlar.user.session;

import java.util.UUID;

/**
 * What a client gets for credentials or for a refresh token.
 *
 * @param accessToken for the {@code Authorization} header, as long as it lives
 * @param refreshToken for the next grant, once
 */
public record Grant(UUID sessionId, String accessToken, String refreshToken) {

    @Override
    public String toString() {
        return "Grant[" + sessionId + "]";
    }
}
