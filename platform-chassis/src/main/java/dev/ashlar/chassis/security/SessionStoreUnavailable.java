package dev.ashlar.chassis.security;

import org.springframework.security.core.AuthenticationException;

/** Nobody can say whether the token is valid, because the session Redis gave no usable data. The response is 503. */
final class SessionStoreUnavailable extends AuthenticationException {

    SessionStoreUnavailable(Throwable cause) {
        super("The session store is unavailable.", cause);
    }
}
