package dev.ashlar.chassis.idempotency;

import org.apache.commons.codec.digest.DigestUtils;

/** Tells whether two requests ask for the same: the SHA-256 of the request in canonical form, in hex. */
public record Fingerprint(String sha256) {

    /** Of a request in which what does not matter, such as white space, is normalised. */
    public static Fingerprint of(String canonicalRequest) {
        return new Fingerprint(DigestUtils.sha256Hex(canonicalRequest));
    }
}
