package dev.ashlar.chassis.security;

/** Where user-service leaves the public signing keys for every service: a JWK set (RFC 7517) in the session Redis. */
public final class SigningKeySet {

    /** Its key. It has no time to live. */
    public static final String KEY = "jwks";

    private SigningKeySet() {}
}
