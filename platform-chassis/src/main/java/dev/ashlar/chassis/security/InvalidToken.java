package dev.ashlar.chassis.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** An access token that gets 401. Its reason is a code for the log: the message of a decoder may quote the token. */
final class InvalidToken extends InvalidBearerTokenException {

    private final String reason;

    InvalidToken(String reason, @Nullable Throwable cause) {
        super("The access token is not valid.", cause);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
