package dev.ashlar.chassis.security;

import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** The token is signed by us, but its session belongs to another user than the token says. */
final class SessionOfAnother extends InvalidBearerTokenException {

    SessionOfAnother() {
        super("The session belongs to another user.");
    }
}
