package dev.ashlar.user.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits, opaque to the client (RFC 6749, 1.5): so many that an unsalted SHA-256 is a safe way to keep it. */
record RefreshToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static RefreshToken random() {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new RefreshToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }

    @Override
    public String toString() {
        return "RefreshToken[]";
    }
}
