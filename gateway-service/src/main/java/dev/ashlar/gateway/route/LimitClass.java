package dev.ashlar.gateway.route;

/** The rate limit of a route's requests. */
public enum LimitClass {
    /** By the user or, without one, by the address. */
    DEFAULT, NONE, ANONYMOUS_READ, USER_READ, USER_WRITE, SIGN_IN
}
