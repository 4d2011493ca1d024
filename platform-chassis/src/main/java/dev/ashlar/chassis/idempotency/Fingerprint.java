package dev.ashlar.chassis.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two requests ask for the same: the SHA-256 of the request in canonical form, in hex. */
public record Fingerprint(String sha256) {

    /** Of a request in which what does not matter, such as white space, is normalised. */
    public static Fingerprint of(String canonicalRequest) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(canonicalRequest.getBytes(UTF_8));
            return new Fingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
