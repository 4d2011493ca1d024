package dev.ashlar.user.session.web;

import dev.ashlar.user.session.IssuedTokens;
import dev.ashlar.user.token.AccessTokens;
import java.util.UUID;

/** The field names of RFC 6749, 5.1; {@code expires_in} is in seconds. */
record TokensResponse(UUID sessionId, String accessToken, String tokenType, long expiresIn, String refreshToken) {

    static TokensResponse of(IssuedTokens tokens) {
        return new TokensResponse(tokens.sessionId().value(), tokens.accessToken(), "Bearer",
                AccessTokens.LIFETIME.toSeconds(), tokens.refreshToken());
    }

    @Override
    public String toString() {
        return "TokensResponse[" + sessionId + "]";
    }
}
