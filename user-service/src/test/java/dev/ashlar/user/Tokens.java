package dev.ashlar.user;

import dev.ashlar.testing.ServiceResponse;
import java.util.UUID;

/** The tokens in the response to a log-in or a refresh. */
public record Tokens(UUID sessionId, String accessToken, String refreshToken) {

    public static Tokens of(ServiceResponse response) {
        return new Tokens(response.id("session_id"), response.text("access_token"), response.text("refresh_token"));
    }
}
