package dev.ashlar.gateway.route;

/** Whether a request of a route needs a session. */
public enum SessionRule {
    /** The gateway ignores an access token, and forwards it. */
    NONE,
    /** Without an access token, the request is anonymous. An invalid token is rejected. */
    OPTIONAL,
    /** The request needs a valid access token. */
    REQUIRED
}
