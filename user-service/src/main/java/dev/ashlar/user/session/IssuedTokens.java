package dev.ashlar.user.session;

import dev.ashlar.user.SessionId;

/**
 * The tokens that a log-in or a refresh returns to the client.
 *
 * @param accessToken for the {@code Authorization} header
 * @param refreshToken for one refresh
 */
public record IssuedTokens(SessionId sessionId, String accessToken, String refreshToken) {

    @Override
    public String toString() {
        return "IssuedTokens[" + sessionId + "]";
    }
}
