package dev.ashlar.user.session.web;

import dev.ashlar.user.session.Grant;
import dev.ashlar.user.token.AccessTokens;
import java.util.UUID;

/** Tokens, in the words of RFC 6749, 5.1; {@code expires_in} in seconds. */
record GrantAnswer(UUID sessionId, String accessToken, String tokenType, long expiresIn, String refreshToken) {

    static GrantAnswer of(Grant grant) {
        return new GrantAnswer(grant.sessionId(), grant.accessToken(), "Bearer", AccessTokens.LIFETIME.toSeconds(),
                grant.refreshToken());
    }

    @Override
    public String toString() {
        return "GrantAnswer[" + sessionId + "]";
    }
}
