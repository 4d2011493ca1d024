package dev.ashlar.user.session;

import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/** 256 random bits, opaque to the client (RFC 6749, 1.5). An unsalted SHA-256 of so many random bits is safe to store. */
record RefreshToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static RefreshToken random() {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    byte[] hash() {
        return DigestUtils.sha256(value);
    }

    @Override
    public String toString() {
        return "RefreshToken[]";
    }
}
