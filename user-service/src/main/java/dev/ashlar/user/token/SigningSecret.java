package dev.ashlar.user.token;

import dev.ashlar.chassis.secrets.SecretRefused;
import java.util.Base64;
import java.util.stream.IntStream;

/** The secret that encrypts the private halves of the signing keys: 32 random bytes. */
final class SigningSecret {

    private static final int BYTES = 32;

    /** 32 random bytes have about 30 different values. The probability of fewer than 16 is below 10^-10. */
    private static final int MIN_DIFFERENT = 16;

    private SigningSecret() {}

    /** @throws SecretRefused if the text is not base64 of 32 bytes; the message does not quote it */
    static byte[] decode(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            throw refused("is not 32 bytes in base64"); // without the cause: its message quotes the secret
        }
        throw refused("is not 32 bytes in base64");
    }

    /** @throws SecretRefused if the bytes are text, have few different values, or count up or down */
    static void requireRandom(byte[] secret) {
        var isText = bytes(secret).allMatch(value -> value >= ' ' && value <= '~');
        var steps = IntStream.range(1, secret.length).map(i -> secret[i] - secret[i - 1] & 0xff);
        if (isText || bytes(secret).distinct().count() < MIN_DIFFERENT || steps.distinct().count() < MIN_DIFFERENT) {
            throw refused("is not random");
        }
    }

    private static IntStream bytes(byte[] secret) {
        return IntStream.range(0, secret.length).map(i -> secret[i]);
    }

    private static SecretRefused refused(String why) {
        return new SecretRefused("SIGNING_KEY_SECRET", why,
                "Set SIGNING_KEY_SECRET to 32 random bytes in base64, such as those of \"openssl rand -base64 32\".");
    }
}
