package dev.ashlar.chassis.security;

import org.springframework.security.core.AuthenticationException;

/** Neither a yes nor a no: the session Redis could not be asked. Answered with 503, never with 401 and never with 200. */
final class SessionStoreUnavailable extends AuthenticationException {

    SessionStoreUnavailable(Throwable cause) {
        super("The session store is unavailable.", cause);
    }
}
