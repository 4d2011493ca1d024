package dev.ashlar.chassis.security;

import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** The token is genuine; its session was revoked or is too old. */
final class SessionEnded extends InvalidBearerTokenException {

    SessionEnded() {
        super("The session has ended.");
    }
}
