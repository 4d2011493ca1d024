package dev.ashlar.user;

import java.util.UUID;

/** What a log-in or a refresh handed out. */
public record SignedIn(UUID sessionId, String accessToken, String refreshToken) {

    public static SignedIn by(Answer grant) {
        return new SignedIn(grant.id("session_id"), grant.text("access_token"), grant.text("refresh_token"));
    }
}
